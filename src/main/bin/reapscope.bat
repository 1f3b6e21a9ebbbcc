@echo off
rem Starts Reapscope on the first JDK 25 or newer found in JAVA_HOME, on the PATH or in the usual places.
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0.."
set "JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%J"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~D\bin\java.exe"
if not defined JAVA (
    echo reapscope: no JDK 25 or newer in JAVA_HOME, on the PATH or in the usual places; install one ^(for example Temurin 25 from adoptium.net^) or set JAVA_HOME to it 1>&2
    exit /b 2
)
"%JAVA%" --module-path="%HOME_DIR%\lib\javafx" --add-modules=javafx.controls,javafx.fxml --enable-native-access=javafx.graphics -Dreapscope.home="%HOME_DIR%" -cp "%HOME_DIR%\lib\*" %REAPSCOPE_JAVA_OPTS% org.reapscope.app.Launcher %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b 0
if not exist "%~1" exit /b 0
set "MAJOR="
for /f "tokens=3 delims= " %%V in ('""%~1" -version 2^>^&1 ^| findstr /i "version""') do (
    for /f "delims=. tokens=1" %%M in ("%%~V") do set "MAJOR=%%M"
)
if defined MAJOR if !MAJOR! GEQ 25 set "JAVA=%~1"
exit /b 0
