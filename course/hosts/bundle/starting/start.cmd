@echo off
rem Finds a Python and hands over to start\start.py. Nothing is written here: the stick may be read-only.
rem cmd looks in the present folder before anywhere else, so a py.bat beside this file must not be found: go elsewhere.
setlocal
set "NoDefaultCurrentDirectoryInExePath=1"
set "HERE=%~dp0"
cd /d "%SystemRoot%"
set "PYTHON="
if not exist "%HERE%start\start.py" goto torn
call :try "%SystemRoot%\py.exe" -@PYTHON@
call :try "%LocalAppData%\Programs\Python\Launcher\py.exe" -@PYTHON@
call :try py -@PYTHON@
call :try python@PYTHON@
call :try python
call :try "%SystemRoot%\py.exe" -3
call :try py -3
call :try python3
if not defined PYTHON goto none
call %PYTHON% -I -c "@WHOLE@" "%HERE%." >nul 2>nul
if not "%errorlevel%"=="0" goto damaged
call %PYTHON% -I "%HERE%start\start.py" %*
if "%errorlevel%"=="0" exit /b 0
pause
exit /b 1

:none
echo There is no Python on this computer; install Python @PYTHON@ (from python.org/downloads) and start again, or open pages\index.html in a browser, which needs no installation.
pause
exit /b 1

:torn
echo This folder is not whole; unzip the whole bundle first, then start this file in the new folder.
pause
exit /b 1

:damaged
echo This folder is not whole; unzip or copy it again, all of it.
pause
exit /b 1

:try
if defined PYTHON exit /b 0
call %* -I -c "import sys; sys.exit(sys.version_info < (3, 6))" >nul 2>nul
if "%errorlevel%"=="0" set "PYTHON=%*"
exit /b 0
