@echo off
rem Finds a Python and hands over to start\start.py. Nothing is written here: the stick may be read-only.
setlocal
set "PYTHON="
if not exist "%~dp0start\start.py" goto torn
call :try py -@PYTHON@
call :try python@PYTHON@
call :try python
call :try py -3
call :try python3
if not defined PYTHON goto none
call %PYTHON% "%~dp0start\start.py" %*
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

:try
if defined PYTHON exit /b 0
call %* -c "import sys; sys.exit(sys.version_info < (3, 6))" >nul 2>nul
if "%errorlevel%"=="0" set "PYTHON=%*"
exit /b 0
