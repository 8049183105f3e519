using GitOpsTasks.Cli;
using GitOpsTasks.SampleHost;

// The command's own process code over a catalog made for tests.
return HostProcess.Run(args, SampleCatalog.Entries);
