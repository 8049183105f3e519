using System.Globalization;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Layers;

/// <summary>Says how the image of a project is run, where its description does not.</summary>
internal static class ProjectImage
{
    // The user that Microsoft's images have for programs, on others a number like any but root's.
    private const string DefaultUser = "1654";
    private const string DefaultPort = "8080";
    private static readonly string[] PortVariables = ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "ASPNETCORE_URLS"];

    /// <summary>Whether the runtime has to go with the program: where the base has none.</summary>
    /// <exception cref="TaskFailedException">GOT5002: a property says neither true nor false.</exception>
    public static bool NeedsRuntime(ProjectSpec project, BasePlatform? below)
    {
        var asked = project.Properties.FirstOrDefault(
            property => string.Equals(property.Key, "SelfContained", StringComparison.OrdinalIgnoreCase)).Value;
        if (asked is null)
            return below?.Environment.ContainsKey("DOTNET_VERSION") is not true && below?.Environment.ContainsKey("ASPNET_VERSION") is not true;
        return bool.TryParse(asked, out var answer) ? answer : throw TaskFailedException.Usage(
            BuildCodes.SpecInvalid, $"The property SelfContained is '{asked}'.", "Write true or false.");
    }

    /// <summary>A description with all that a program needs.</summary>
    public static LayersSpec Complete(LayersSpec spec, PublishedProject project, BasePlatform? below)
    {
        var folder = spec.Project!.To.TrimEnd('/');
        var environment = new SortedDictionary<string, string>(spec.Environment.ToDictionary(), StringComparer.Ordinal);
        var set = environment.Concat(below?.Environment ?? new Dictionary<string, string>()).Select(variable => variable.Key).ToHashSet();
        if (project.IsWeb && !PortVariables.Any(set.Contains))
            environment[PortVariables[0]] = DefaultPort;
        var port = environment.GetValueOrDefault(PortVariables[0]) ?? below?.Environment.GetValueOrDefault(PortVariables[0]);
        var user = (string?)below?.Config["config"]?["User"];
        return spec with
        {
            Entrypoint = spec.Entrypoint.Count > 0 ? spec.Entrypoint
                : project.HasRuntime ? [$"{folder}/{project.Assembly}"]
                : ["dotnet", $"{folder}/{project.Assembly}.dll"],
            Environment = environment,
            Ports = spec.Ports.Count > 0 || !project.IsWeb ? spec.Ports : PortsIn(port),
            User = spec.User ?? (string.IsNullOrEmpty(user) ? below?.Environment.GetValueOrDefault("APP_UID") ?? DefaultUser : user),
            WorkingDirectory = spec.WorkingDirectory ?? spec.Project.To,
        };
    }

    private static IReadOnlyList<string> PortsIn(string? text) =>
        [.. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(port => ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _))];
}
