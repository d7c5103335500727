@echo off
rem One command on the data of this folder, for example: nhip-song-cli backup truoc-tet.db
chcp 65001 >nul
cd /d "%~dp0"
call cau-hinh.bat
node\node.exe app\dist\node.js %*
