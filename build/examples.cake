// The product on its own examples. build.cake starts it, once the addin is built: dotnet cake build/build.cake --target=Promote
#r "%GITOPS_ADDIN%"

var target = Argument<string>("target");

// Cake starts in the script's folder; paths below are from the root of the repository.
Context.Environment.WorkingDirectory = MakeAbsolute(Directory(".."));

var world = MakeAbsolute(Directory("artifacts/example"));
var application = world.Combine("app");
var configuration = world.Combine("config.git");

Task("Generate")
    .DoesForEach(["canary", "dotnet-web", "python-service", "worker"], name =>
    {
        var folder = MakeAbsolute(Directory($"examples/{name}"));
        var made = GitOpsGenerate(new GitOpsGenerateSettings
        {
            WorkingDirectory = folder,
            Spec = [.. GetFiles($"{folder}/config/*.yaml").Select(file => file.FullPath)],
            Out = "deploy",
        });
        Information("{0}: {1}", name, made.Changed ? string.Join(", ", made.Files) : "as it was");
    });

Task("Lint")
    .Does(() => GitOpsLint(new GitOpsLintSettings { Path = ["examples"], Strict = true }));

Task("World")
    .Description("Makes the repositories of the example: the application, and the configuration with its first version in every environment.")
    .Does(() =>
    {
        var seed = world.Combine("seed");
        if (DirectoryExists(world))
            DeleteDirectory(world, new DeleteDirectorySettings { Recursive = true, Force = true });
        EnsureDirectoryExists(seed);
        CopyDirectory("examples/web", application);
        GitOpsGenerate(new GitOpsGenerateSettings
        {
            WorkingDirectory = application,
            Spec = ["config/web.yaml"],
            Out = seed.Combine("apps/web").FullPath,
            Environment = ["dev", "staging", "prod"],
        });
        Git(seed, "init --quiet --initial-branch=main");
        Git(seed, "add --all");
        Git(seed, "-c user.name=Example -c user.email=example@example.com -c commit.gpgSign=false commit --quiet --message \"Run web in every environment\"");
        Git(world, "clone --quiet --bare seed config.git");
    });

Task("Promote")
    .IsDependentOn("World")
    .Does(() =>
    {
        var bumped = GitOpsBump(new GitOpsBumpSettings
        {
            WorkingDirectory = application,
            Repository = configuration.FullPath,
            Path = ["apps/web/overlays/dev"],
            Image = ["registry.example.com/acme/web:1.1.0"],
            Push = true,
        });
        var promoted = GitOpsPromote(new GitOpsPromoteSettings { WorkingDirectory = application, From = "dev", To = "staging" });
        Information("dev is at {0}; {1}", bumped.Commit, string.Join(", ", promoted.States));
        foreach (var branch in promoted.Branches)
            Information("see it: git -C {0} diff main {1}", configuration, branch);
    });

void Git(DirectoryPath folder, string arguments)
{
    var exitCode = StartProcess("git", new ProcessSettings { Arguments = arguments, WorkingDirectory = folder });
    if (exitCode != 0)
        throw new CakeException($"git ended with exit code {exitCode}.");
}

RunTarget(target);
