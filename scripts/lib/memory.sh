# What lies in memory: throw-away clusters, and what tests leave.

memory_place() { printf '/dev/shm/schema-postgres-%s-%s' "$(key)" "$kind"; }

plenty_of_memory() {
  local needed=4194304
  [ "$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')" -ge $needed ] 2>/dev/null &&
    [ "$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo 2>/dev/null)" -ge $needed ] 2>/dev/null
}

# Prints a new folder for the tests of this process, where there is plenty of memory and programs may be started from it.
# What a killed run left there goes.
folder_in_memory() {
  plenty_of_memory || return 1
  local ours folder
  ours=/dev/shm/schema-tests-$(key)
  for folder in "$ours"-*; do
    [ -d "/proc/${folder##*-}" ] || rm -rf "$folder"
  done
  folder=$ours-$$
  mkdir -m 755 "$folder" && printf '#!/bin/sh\n' >"$folder/program" && chmod 755 "$folder/program" || return 1
  if ! "$folder/program" 2>/dev/null; then
    rm -rf "$folder"
    return 1
  fi
  rm "$folder/program"
  printf %s "$folder"
}
