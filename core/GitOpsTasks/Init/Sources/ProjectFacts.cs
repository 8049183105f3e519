using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init.Sources;

/// <summary>Takes what a .NET project says of its container into an application.</summary>
/// <param name="project">The project.</param>
/// <param name="shared">The nearest Directory.Build.props; null where there is none.</param>
internal sealed partial class ProjectFacts(ProjectFile project, ProjectFile? shared)
{
    private static readonly string[] s_testPackages = ["Microsoft.NET.Test.Sdk", "xunit", "NUnit", "MSTest", "TUnit"];

    /// <summary>What it is good for.</summary>
    public ProjectKind Kind
    {
        get
        {
            var name = Path.GetFileNameWithoutExtension(project.Path);
            if (project.Is("IsTestProject") || project.Sdk.StartsWith("MSTest", StringComparison.Ordinal) || TestName().IsMatch(name)
                || project.Packages.Exists(package => s_testPackages.Any(test => package.StartsWith(test, StringComparison.OrdinalIgnoreCase))))
                return ProjectKind.Test;
            var output = Find("OutputType")?.Value ?? "";
            if (output.Equals("Library", StringComparison.OrdinalIgnoreCase) || project.Is("PackAsTool"))
                return ProjectKind.Library;
            return project.Sdk switch
            {
                "Microsoft.NET.Sdk.Web" => ProjectKind.Web,
                "Microsoft.NET.Sdk.Worker" => ProjectKind.Worker,
                _ when output.Equals("Exe", StringComparison.OrdinalIgnoreCase) => ProjectKind.Console,
                _ => ProjectKind.Library,
            };
        }
    }

    /// <summary>Whether it says how it becomes an image.</summary>
    public bool HasContainer => Find("ContainerRepository") is not null || Find("ContainerImageName") is not null || project.Is("EnableSdkContainerSupport") || project.Ports.Count > 0;

    /// <summary>The name of the application.</summary>
    public string Name => AppName.Of(Repository is { } repository ? repository[(repository.LastIndexOf('/') + 1)..] : Path.GetFileNameWithoutExtension(project.Path));

    private string? Repository => Find("ContainerRepository")?.Value ?? Find("ContainerImageName")?.Value;

    /// <summary>Takes it.</summary>
    public void Take(AppDraft draft, Findings findings)
    {
        draft.Note($"{Kind.ToString().ToLowerInvariant()} application", project.PlaceOf(project.SdkLine), project.Sdk);
        draft.IsJob = Kind == ProjectKind.Console;
        TakePorts(draft, findings);
        TakeUser(draft, findings);
        TakeImage(draft);
    }

    private void TakePorts(AppDraft draft, Findings findings)
    {
        foreach (var (text, line) in project.Ports)
        {
            var ports = PortText.Read(text, 1);
            if (ports.Count == 0)
                findings.Warn(InitCodes.NotCarriedOver, $"'{text}' is no port.", "Write a number from 1 to 65535.", project.PlaceOf(line));
            foreach (var port in ports)
                draft.AddPort(port, project.PlaceOf(line), "ContainerPort");
        }

        if (draft.Ports.Count == 0 && Kind == ProjectKind.Web)
            draft.AddPort(new PortDraft(8080), project.PlaceOf(project.SdkLine), $"{project.Sdk}, the default");
    }

    private void TakeUser(AppDraft draft, Findings findings)
    {
        if (Find("ContainerUser") is not { } user)
            return;
        var number = int.TryParse(user.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : KnownImages.UserOf(user.Value, "mcr.microsoft.com/dotnet/runtime") ?? 0;
        if (number > 0)
        {
            draft.User = number;
            draft.Note($"user {number}", user.Place, "ContainerUser");
        }
        else
        {
            findings.Warn(
                InitCodes.UserUnknown, "The image runs as root, or as a user whose number is not known.", "Write the number of another as 'security: { user: ... }'.", user.Place);
        }
    }

    private void TakeImage(AppDraft draft)
    {
        var registry = Find("ContainerRegistry")?.Value;
        var repository = Repository;
        var tag = Find("ContainerImageTag") ?? Find("Version");
        draft.Image = draft.Image with
        {
            Repository = repository is not null && registry is not null ? $"{registry.TrimEnd('/')}/{repository}" : draft.Image.Repository,
            Tag = tag is { } given && Version().IsMatch(given.Value) ? given.Value : draft.Image.Tag,
            Base = Find("ContainerBaseImage")?.Value ?? DefaultBase(),
        };
        if (draft.Image.Base is { } image && (Find("ContainerBaseImage") ?? Find("TargetFramework")) is { } source)
            draft.Note($"base {image}", source.Place, Find("ContainerBaseImage") is null ? "TargetFramework" : "ContainerBaseImage");
        if (tag is { } version && draft.Image.Tag == version.Value)
            draft.Note($"version {version.Value}", version.Place);
    }

    private string DefaultBase()
    {
        var framework = Find("TargetFramework")?.Value ?? Find("TargetFrameworks")?.Value ?? "";
        var version = Framework().Match(framework) is { Success: true } match ? match.Groups["version"].Value : "10.0";
        return $"mcr.microsoft.com/dotnet/{(Kind == ProjectKind.Web ? "aspnet" : "runtime")}:{version}";
    }

    private (string Value, SourcePlace Place)? Find(string name) => project.Find(name) ?? shared?.Find(name);

    [GeneratedRegex(@"(^|[._-])(Unit|Integration|Functional|Acceptance|E2E)?Tests?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex TestName();

    [GeneratedRegex(@"net(?<version>[0-9]+\.[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Framework();

    [GeneratedRegex(@"^[A-Za-z0-9_][\w.-]{0,127}$")]
    private static partial Regex Version();
}
