using GitOpsTasks.Cli;

return args is ["--version"] ? VersionAnswer.Print() : HostProcess.RunCatalog(args);
