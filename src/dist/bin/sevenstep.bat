@echo off
rem Starts Sevenstep with a Java 25 that is on this machine.
setlocal
set "APP=%~dp0.."
set "JAVA="
call :try "%SEVENSTEP_JAVA_HOME%"
call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined JAVA (
  echo sevenstep: this needs Java 25 and found none. Install a JDK 25 ^(for example Eclipse Temurin 25^), 1>&2
  echo or set SEVENSTEP_JAVA_HOME to the folder of one that is installed elsewhere. 1>&2
  exit /b 1
)
rem An archive of loaded classes brings the window sooner. Java makes it when the first window is closed, checks it at each start
rem and makes it anew when it fits no more; where it is missing, damaged or cannot be written everything works as without it.
rem SEVENSTEP_NO_CACHE=1 does without.
set "ARCHIVE="
set "USE="
if "%~1"=="" set "ARCHIVE=%LOCALAPPDATA%\Sevenstep"
if exist "%~1" set "ARCHIVE=%LOCALAPPDATA%\Sevenstep"
if not "%~2"=="" set "ARCHIVE="
if not defined LOCALAPPDATA set "ARCHIVE="
if defined SEVENSTEP_NO_CACHE set "ARCHIVE="
if defined ARCHIVE if not exist "%ARCHIVE%" mkdir "%ARCHIVE%" 2>nul
if defined ARCHIVE set USE=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%ARCHIVE%\start.jsa" "-Xlog:cds*=off" "-Xlog:aot*=off"
rem Vectors are compared ten times as fast with a module that still incubates. Java says so in a line at every start with it, so
rem commands that compare none do without.
set "VECTOR="
for %%c in ("" "case" "runs" "sweep") do if "%~1"==%%c set "VECTOR=--add-modules jdk.incubator.vector"
if exist "%~1" set "VECTOR=--add-modules jdk.incubator.vector"
"%JAVA%" %USE% %SEVENSTEP_JAVA_OPTIONS% %VECTOR% -Xmx6g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "%APP%\lib\*" dev.sevenstep.app.Main %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1 && set "JAVA=%~1\bin\java.exe"
exit /b 0
