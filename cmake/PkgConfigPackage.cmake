# wp_find_by_pkg_config(NAME MODULE VERSION PACKAGE): a library that ships a pkg-config file, as the target
# PkgConfig::NAME; if it is missing, the message names the Debian package.

find_package(PkgConfig QUIET)
if(NOT PKG_CONFIG_FOUND)
  message(FATAL_ERROR "Could NOT find pkg-config. Please install the Debian package pkg-config.")
endif()

function(wp_find_by_pkg_config name module version package)
  pkg_check_modules(${name} QUIET IMPORTED_TARGET GLOBAL "${module}>=${version}")
  if(NOT ${name}_FOUND)
    message(FATAL_ERROR "Could NOT find ${module} ${version} or later. Please install the Debian package ${package}.")
  endif()
  message(STATUS "Found ${module}: ${${name}_VERSION}")
endfunction()
