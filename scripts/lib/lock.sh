# One at a time. The kernel lets go of the lock when its holder ends, however it ends.

# lock FILE: waits for it and holds it to the end of the script. Processes that outlive the script are started with 9>&-.
lock() {
  exec 9>>"$1" || fail 4 "$1 cannot be written: run this as the owner of the checkout."
  if command -v flock >/dev/null; then
    flock -w 300 9
  else
    # macOS has no flock command; its perl locks the same open file.
    perl -e 'use Fcntl ":flock"; alarm 300; open my $f, ">&=", 9 or exit 1; flock $f, LOCK_EX or exit 1'
  fi || fail 4 "Another process has held $1 for five minutes."
}
