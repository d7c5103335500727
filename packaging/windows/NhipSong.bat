@echo off
rem Starts the server. Settings: cau-hinh.bat, beside this file.
chcp 65001 >nul
cd /d "%~dp0"
call cau-hinh.bat
node\node.exe app\dist\node.js serve %*
if errorlevel 1 pause
