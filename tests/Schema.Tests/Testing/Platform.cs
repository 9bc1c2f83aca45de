using System.Runtime.Versioning;

// The servers under the tests are started by shell scripts.
[assembly: UnsupportedOSPlatform("windows")]
