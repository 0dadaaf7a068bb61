@echo off
rem Starts Sevenstep with a Java 25 that is on this machine.
setlocal
set "APP=%~dp0.."
set "JAVA="
call :try "%SEVENSTEP_JAVA_HOME%"
call :try "%JAVA_HOME%"
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined JAVA (
  echo sevenstep: this needs Java 25 and found none. Install a JDK 25 ^(for example Eclipse Temurin 25^), 1>&2
  echo or set SEVENSTEP_JAVA_HOME to the folder of one that is installed elsewhere. 1>&2
  exit /b 1
)

rem The window is opened without arguments, with --clean, or with files.
set "WINDOW="
if "%~1"=="" set "WINDOW=yes"
if "%~1"=="--clean" set "WINDOW=yes"
if not "%~1"=="" if exist "%~1" set "WINDOW=yes"

rem Vectors are compared ten times as fast with a module that still incubates. Java says so in a line at every start with it, so
rem commands that compare none do without.
set "OPTIONS=-Xmx6g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
set "VECTOR=%WINDOW%"
for %%c in (case runs sweep) do if "%~1"=="%%c" set "VECTOR=yes"
if defined VECTOR set "OPTIONS=%OPTIONS% --add-modules jdk.incubator.vector"
rem While a window opens most methods run too seldom to be worth compiling: with Java's own limits a fifth of the processor time
rem goes there. These are four and five times as high; loops that run long are compiled as early as ever.
if defined WINDOW set "OPTIONS=%OPTIONS% -XX:Tier3InvocationThreshold=1000 -XX:Tier3MinInvocationThreshold=500 -XX:Tier3CompileThreshold=10000"
if defined WINDOW set "OPTIONS=%OPTIONS% -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000"

rem An archive of loaded classes brings the window sooner. Java makes it when a window is closed, checks it at each start and
rem makes it anew when it fits no more; where it is missing, damaged or cannot be written everything works as without it.
rem SEVENSTEP_NO_CACHE=1 does without.
set "CACHE="
if defined LOCALAPPDATA if not defined SEVENSTEP_NO_CACHE set "CACHE=%LOCALAPPDATA%\Sevenstep"
if defined CACHE if defined WINDOW if not exist "%CACHE%\" mkdir "%CACHE%" 2>nul
set "USE="
if defined CACHE if exist "%CACHE%\start.jsa" set USE="-XX:SharedArchiveFile=%CACHE%\start.jsa" "-Xlog:aot*=off" "-Xlog:cds*=off"
if defined CACHE if defined WINDOW if "%~2"=="" set USE=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CACHE%\start.jsa" "-Xlog:aot*=off" "-Xlog:cds*=off"

rem Java looks for each class through the libraries in this order and opens what comes before. Those that the window is made of
rem come first.
set "LIBRARIES="
pushd "%APP%\lib"
for %%j in (sevenstep*.jar javafx-*.jar atlantafx-*.jar ikonli-*.jar jackson-*.jar) do call :library "%%j"
popd

"%JAVA%" %SEVENSTEP_JAVA_OPTIONS% %OPTIONS% %USE% -cp "%LIBRARIES%%APP%\lib\*" dev.sevenstep.app.Main %*
exit /b %ERRORLEVEL%

:library
set "LIBRARIES=%LIBRARIES%%APP%\lib\%~1;"
exit /b 0

rem A JDK or JRE tells its version in the file "release"; reading it is much faster than starting it.
:try
if defined JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "VERSION=%%~b"
if "%VERSION%"=="25" set "JAVA=%~1\bin\java.exe"
if "%VERSION:~0,3%"=="25." set "JAVA=%~1\bin\java.exe"
exit /b 0
