using System.Runtime.Versioning;

// Tests look at file modes, run shells and start daemons.
[assembly: UnsupportedOSPlatform("windows")]
