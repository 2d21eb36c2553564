#!/bin/sh
# Finds a Python and hands over to start/start.py. Nothing is written here: the stick may be read-only.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ ! -f "$here/start/start.py" ]; then
  echo "This folder is not whole; unzip or copy it again, all of it." >&2
  exit 1
fi
frame=/Library/Frameworks/Python.framework/Versions/@PYTHON@/bin
for python in python@PYTHON@ "$frame/python@PYTHON@" /opt/homebrew/bin/python@PYTHON@ /usr/local/bin/python@PYTHON@ python3 python; do
  found=$(command -v "$python") || continue
  case "$found" in /*) ;; *) continue ;; esac # not what lies in the present folder
  # On a Mac without Apple's developer tools this one only opens a window that offers them.
  [ "$found" = /usr/bin/python3 ] && [ "$(uname)" = Darwin ] && ! xcode-select -p >/dev/null 2>&1 && continue
  if "$found" -I -c 'import sys; sys.exit(sys.version_info < (3, 6))' >/dev/null 2>&1; then
    if ! "$found" -I -c "@WHOLE@" "$here" >/dev/null 2>&1; then
      echo "This folder is not whole; unzip or copy it again, all of it." >&2
      exit 1
    fi
    exec "$found" -I "$here/start/start.py" "$@"
  fi
done
echo "There is no Python on this computer; install Python @PYTHON@ (from python.org/downloads) and start again, or open pages/index.html in a browser, which needs no installation." >&2
exit 1
