# What the program is built of: whoever keeps a build compares with it.

# newer_source STAMP: prints a source that changed since. A folder is newer when a file was added to it or taken away.
newer_source() {
  (cd "$here" && find src Directory.Build.props Directory.Build.targets Directory.Packages.props global.json .editorconfig -newer "$1" -print -quit)
}
