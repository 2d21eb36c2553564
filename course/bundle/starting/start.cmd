@echo off
rem Finds a Python and hands over to start\start.py. Nothing is written here: the stick may be read-only.
setlocal
set "HERE=%~dp0"
if not exist "%HERE%start\start.py" goto torn
call :try py -@PYTHON@ && goto found
call :try python@PYTHON@ && goto found
call :try python && goto found
call :try py -3 && goto found
call :try python3 && goto found
echo There is no Python on this computer; install Python @PYTHON@ (from python.org/downloads) and start again, or open pages\index.html in a browser, which needs no installation.
pause
exit /b 1

:found
%PYTHON% "%HERE%start\start.py" %*
if errorlevel 1 goto failed
exit /b 0

:failed
pause
exit /b 1

:torn
echo This folder is not whole; unzip the whole bundle first, then start this file in the new folder.
pause
exit /b 1

:try
%* -c "import sys; sys.exit(sys.version_info < (3, 6))" >nul 2>nul || exit /b 1
set "PYTHON=%*"
exit /b 0
