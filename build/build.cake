// Builds this project: dotnet tool restore && dotnet cake build/build.cake --target=Pack

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");
var runtime = Argument("runtime", "linux-x64");

// Cake starts in the script's folder; paths below are from the root of the repository.
Context.Environment.WorkingDirectory = MakeAbsolute(Directory(".."));

Task("Build")
    .Description("Compiles everything.")
    .Does(() => DotNetBuild("GitOpsTasks.sln", new DotNetBuildSettings { Configuration = configuration }));

Task("Test")
    .Description("Runs all tests.")
    .IsDependentOn("Build")
    .DoesForEach(["GitOpsTasks.Tests", "GitOpsTasks.Hosts.Tests"], project =>
        DotNetRun($"tests/{project}", new DotNetRunSettings { Configuration = configuration, NoBuild = true }));

Task("Pack")
    .Description("Makes the packages, in artifacts/package.")
    .DoesForEach(["msbuild/GitOpsTasks.MSBuild", "build/Cake.GitOps"], project =>
        DotNetPack(project, new DotNetPackSettings { Configuration = configuration }));

Task("Publish")
    .Description("Publishes the command, with its runtime and compiled ahead of time as one, in artifacts/publish: what the Dockerfile copies.")
    .Does(() => DotNetPublish("actions/GitOpsTasks.Cli", new DotNetPublishSettings
    {
        Configuration = configuration,
        Runtime = runtime,
        SelfContained = true,
    }));

Task("Describe")
    .Description("Rewrites what is made from the declarations: action.yml files, docs/reference, task classes, settings.")
    .Does(() => DotNetRun(
        "tests/GitOpsTasks.Hosts.Tests",
        "-class *KeepingTheDeclaredFiles",
        new DotNetRunSettings { EnvironmentVariables = { ["GITOPSTASKS_UPDATE"] = "1" } }));

Task("Schemas")
    .Description("Rewrites the bundled Kubernetes schemas from the npm packages of build/Schemas/package.json: see docs/schemas.md.")
    .Does(() =>
    {
        var folder = MakeAbsolute(Directory("artifacts/schemas"));
        EnsureDirectoryExists(folder);
        CopyFile("build/Schemas/package.json", folder.CombineWithFilePath("package.json"));
        Run("npm", "install --no-audit --no-fund --ignore-scripts --no-package-lock", folder);
        Run("node", $"build/Schemas/convert.mjs \"{folder}\" core/GitOpsTasks/Lint/Schema/Data/kubernetes.bin", Context.Environment.WorkingDirectory);
    });

Task("Default")
    .IsDependentOn("Build")
    .IsDependentOn("Pack")
    .IsDependentOn("Publish");

void Run(string program, string arguments, DirectoryPath folder)
{
    var exitCode = StartProcess(program, new ProcessSettings { Arguments = arguments, WorkingDirectory = folder });
    if (exitCode != 0)
        throw new CakeException($"{program} ended with exit code {exitCode}.");
}

RunTarget(target);
