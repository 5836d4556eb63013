# CompileOptions: how every file is compiled, as the target wijkplaats_options.

option(WP_WARNINGS_AS_ERRORS "A warning stops the build" OFF)
option(WP_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

add_library(wijkplaats_options INTERFACE)
target_compile_definitions(wijkplaats_options INTERFACE _POSIX_C_SOURCE=200809L
                                                        WP_VERSION="${PROJECT_VERSION}")
target_compile_options(
  wijkplaats_options
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wconversion
            -Wshadow
            -Wstrict-prototypes
            -Wmissing-prototypes
            -Wvla
            -Wformat=2
            -Wundef
            -Wwrite-strings
            $<$<C_COMPILER_ID:GNU>:-Wlogical-op>
            $<$<C_COMPILER_ID:GNU>:-Wduplicated-cond>
            $<$<BOOL:${WP_WARNINGS_AS_ERRORS}>:-Werror>)

if(WP_SANITIZE)
  set(sanitizers -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(wijkplaats_options INTERFACE ${sanitizers})
  target_link_options(wijkplaats_options INTERFACE ${sanitizers})
endif()

# Hardening of what people run. _FORTIFY_SOURCE needs an optimising build.
include(CheckPIESupported)
check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(optimised $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
target_compile_options(
  wijkplaats_options INTERFACE $<${optimised}:-U_FORTIFY_SOURCE> $<${optimised}:-D_FORTIFY_SOURCE=2>
                               $<${optimised}:-fstack-protector-strong> $<${optimised}:-fstack-clash-protection>)
target_link_options(wijkplaats_options INTERFACE $<${optimised}:LINKER:-z,relro,-z,now>)
