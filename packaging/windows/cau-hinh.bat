rem Settings, one a line; docs: app\docs\van-hanh.md. Not overwritten by an update if you keep your own copy.
set PORT=8787
set DATABASE_URL=file:data/nhip-song.db
set BACKUP_DIR=data\backups
rem The address that people in the office open, for example http://may-dai-xa:8787
set BASE_URL=
rem smtps://name:password@server, or nothing
set MAIL_URL=
set MAIL_FROM=
