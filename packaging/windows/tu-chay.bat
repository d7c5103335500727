@echo off
rem As an administrator: starts with Windows from now on, in the account LOCAL SERVICE, and opens the port to the office.
chcp 65001 >nul
cd /d "%~dp0"
net session >nul 2>&1 || (echo Hay bam chuot phai vao tep nay, chon Run as administrator. & pause & exit /b 1)
call cau-hinh.bat
if not exist data mkdir data
icacls data /grant "*S-1-5-19:(OI)(CI)M" >nul
icacls . /grant "*S-1-5-19:(OI)(CI)RX" >nul
schtasks /Create /F /TN "Nhip Song" /SC ONSTART /RU "NT AUTHORITY\LOCALSERVICE" /TR "\"%~dp0NhipSong.bat\"" || (pause & exit /b 1)
powershell -NoProfile -Command "Set-ScheduledTask -TaskName 'Nhip Song' -Settings (New-ScheduledTaskSettingsSet -ExecutionTimeLimit 0 -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries)" >nul
netsh advfirewall firewall delete rule name="Nhip Song" >nul 2>&1
netsh advfirewall firewall add rule name="Nhip Song" dir=in action=allow protocol=TCP localport=%PORT% profile=private,domain
schtasks /Run /TN "Nhip Song"
pause
