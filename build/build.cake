// Builds this project: dotnet tool restore && dotnet cake build/build.cake --target=Pack

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");
var runtime = Argument("runtime", "linux-x64");
var runtimes = Argument("runtimes", "");
var benchmark = Argument("benchmark", "startup");

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
    .Description("Makes the packages, in artifacts/package. --runtimes=linux-x64,win-x64,any makes one of the command for each of these systems; without it, one for all.")
    .Does(() =>
    {
        DotNetPack("msbuild/GitOpsTasks.MSBuild", new DotNetPackSettings { Configuration = configuration });
        DotNetPack("build/Cake.GitOps", new DotNetPackSettings { Configuration = configuration });
        var systems = runtimes.Length == 0 ? "" : $" \"-p:ToolPackageRuntimeIdentifiers=\\\"{runtimes.Replace(',', ';')}\\\"\"";
        Run("dotnet", $"pack actions/GitOpsTasks.Cli --configuration {configuration}{systems}", Context.Environment.WorkingDirectory);
    });

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

Task("Release")
    .Description("Writes a pushed image into every action.yml: --image=REGISTRY/NAME@sha256:DIGEST. To be committed and tagged beside the branch.")
    .Does(() =>
    {
        var image = Argument<string>("image");
        if (!System.Text.RegularExpressions.Regex.IsMatch(image, PinnedImage))
            throw new CakeException($"'{image}' is not an image with its digest: REGISTRY/NAME@sha256:DIGEST.");
        foreach (var action in ActionFiles())
            System.IO.File.WriteAllText(action, ImageLine.Replace(System.IO.File.ReadAllText(action), $"  image: docker://{image}"));
        RequirePinnedActions();
    });

Task("CheckRelease")
    .Description("Fails where an action.yml runs anything but an image with its digest, or one another than the rest.")
    .Does(() => RequirePinnedActions());

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

Task("Addin")
    .Description("Builds the Cake addin, which the targets below use: the product on its own examples.")
    .Does(() => DotNetBuild("build/Cake.GitOps", new DotNetBuildSettings { Configuration = configuration }));

Task("Generate")
    .Description("Makes the manifests of the examples anew, by GitOpsGenerate.")
    .IsDependentOn("Addin")
    .Does(() => OnExamples("Generate"));

Task("Lint")
    .Description("Checks the examples, by GitOpsLint.")
    .IsDependentOn("Addin")
    .Does(() => OnExamples("Lint"));

Task("Promote")
    .Description("Makes a configuration repository for the example in artifacts/example, bumps its dev and promotes that to staging, by GitOpsBump and GitOpsPromote.")
    .IsDependentOn("Addin")
    .Does(() => OnExamples("Promote"));

Task("Benchmarks")
    .Description("Measures beside other programs: --benchmark=startup, storm, yaml, bump, lint, build or generate.")
    .Does(() => DotNetRun("tests/GitOpsTasks.Benchmarks", benchmark, new DotNetRunSettings { Configuration = "Release" }));

Task("Default")
    .Description("Compiles, packs and publishes.")
    .IsDependentOn("Build")
    .IsDependentOn("Pack")
    .IsDependentOn("Publish");

const string PinnedImage = @"\A[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?@sha256:[0-9a-f]{64}\z";
var ImageLine = new System.Text.RegularExpressions.Regex("^  image: .*$", System.Text.RegularExpressions.RegexOptions.Multiline);

string[] ActionFiles() => [MakeAbsolute(File("action.yml")).FullPath, .. GetFiles("actions/*/action.yml").Select(file => file.FullPath)];

void RequirePinnedActions()
{
    var images = new HashSet<string>();
    foreach (var action in ActionFiles())
    {
        var lines = ImageLine.Matches(System.IO.File.ReadAllText(action));
        var image = lines.Count == 1 ? lines[0].Value["  image: ".Length..].Trim() : "";
        if (!image.StartsWith("docker://") || !System.Text.RegularExpressions.Regex.IsMatch(image["docker://".Length..], PinnedImage))
            throw new CakeException($"{action}: '{image}' is not an image with its digest.");
        if (images.Add(image) && images.Count > 1)
            throw new CakeException($"{action}: '{image}' is not the image of the other actions.");
    }

    Information("{0} actions run {1}", ActionFiles().Length, images.Single());
}

// A script with the addin cannot be read before the addin is built, so it is one of its own.
void OnExamples(string name)
{
    var addin = MakeAbsolute(File($"artifacts/bin/Cake.GitOps/{configuration.ToLowerInvariant()}/Cake.GitOps.dll"));
    Run("dotnet", $"cake build/examples.cake --target={name}", Context.Environment.WorkingDirectory, ("GITOPS_ADDIN", addin.FullPath));
}

void Run(string program, string arguments, DirectoryPath folder, params (string Name, string Value)[] variables)
{
    var exitCode = StartProcess(program, new ProcessSettings
    {
        Arguments = arguments,
        WorkingDirectory = folder,
        EnvironmentVariables = variables.ToDictionary(pair => pair.Name, pair => pair.Value),
    });
    if (exitCode != 0)
        throw new CakeException($"{program} ended with exit code {exitCode}.");
}

RunTarget(target);
