using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Build.Docker;

/// <summary>What has to be known of a Dockerfile before, or beside, its building.</summary>
internal sealed partial class DockerfileText(IReadOnlyList<DockerfileInstruction> instructions)
{
    private static readonly string[] NewFlags = ["--mount", "--security", "--network", "--link", "--chmod", "--parents", "--exclude", "--checksum", "--keep-git-dir"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="TaskFailedException">GOT5008: it cannot be read.</exception>
    public static DockerfileText Load(string path)
    {
        try
        {
            return new DockerfileText(DockerfileReader.Read(File.ReadAllLines(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.Usage(BuildCodes.FileUnreadable, $"The Dockerfile '{path}' cannot be read: {e.Message}", "Check its permissions.");
        }
    }

    /// <summary>What in it the engine's classic builder does wrong or not at all; null for nothing.</summary>
    public string? BuildKitNeed => instructions.Select(NeedOf).FirstOrDefault(need => need is not null);

    /// <summary>The images it begins from or copies from, as far as they are known before it is built.</summary>
    /// <param name="arguments">Values of build arguments.</param>
    public IReadOnlyList<ImageReference> BaseImages(IReadOnlyDictionary<string, string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var stages = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "scratch" };
        var images = new List<ImageReference>();
        foreach (var instruction in instructions)
        {
            var words = instruction.Words.SkipWhile(word => word.StartsWith("--", StringComparison.Ordinal)).ToList();
            if (instruction.Keyword == "ARG" && stages.Count == 1 && words is [var argument, ..])
                Declare(argument, arguments, values);
            if (instruction.Keyword == "FROM" && words is [var name, ..])
                Add(Fill(name, values));
            if (instruction.Keyword == "FROM" && words is [_, var @as, var stage, ..] && @as.Equals("as", StringComparison.OrdinalIgnoreCase))
                stages.Add(stage);
            foreach (var flag in instruction.Flags.Where(flag => flag.StartsWith("--from=", StringComparison.Ordinal)))
                Add(flag["--from=".Length..]);
        }

        return [.. images.Distinct()];

        void Add(string name)
        {
            if (!stages.Contains(name) && !name.All(char.IsAsciiDigit) && ImageReference.TryParse(name, out var reference))
                images.Add(reference);
        }
    }

    /// <summary>The line of the step that a builder names, such as <c>RUN make</c>; null where it is not found.</summary>
    public int? LineOf(string step)
    {
        var wanted = Blank().Replace(step.Trim(), " ");
        return instructions
            .Where(instruction => Blank().Replace($"{instruction.Keyword} {instruction.Text}", " ").Equals(wanted, StringComparison.OrdinalIgnoreCase))
            .Select(instruction => (int?)instruction.Line)
            .FirstOrDefault();
    }

    private static string? NeedOf(DockerfileInstruction instruction)
    {
        if (instruction.HasHereDocument)
            return "a here-document";
        if (instruction.Keyword is "RUN" or "COPY" or "ADD"
            && instruction.Flags.FirstOrDefault(flag => NewFlags.Contains(flag.Split('=')[0])) is { } found)
            return $"'{instruction.Keyword} {found.Split('=')[0]}'";
        var isGiven = instruction.Keyword == "ARG" ? GivenArgument().Match(instruction.Text) : GivenPlatform().Match(instruction.Text);
        return instruction.Keyword is "ARG" or "FROM" && isGiven.Success ? $"the argument {isGiven.Groups[1].Value}" : null;
    }

    private static void Declare(string argument, IReadOnlyDictionary<string, string> given, Dictionary<string, string> values)
    {
        var parts = argument.Split('=', 2);
        if (given.TryGetValue(parts[0], out var value) || parts.Length == 2)
            values[parts[0]] = value ?? Fill(parts[1].Trim('"', '\''), values);
    }

    private static string Fill(string text, Dictionary<string, string> values) =>
        Variable().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value + match.Groups[2].Value, match.Value));

    [GeneratedRegex(@"\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT))\z", RegexOptions.CultureInvariant)]
    private static partial Regex GivenArgument();

    [GeneratedRegex(@"\$\{?((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT))\b", RegexOptions.CultureInvariant)]
    private static partial Regex GivenPlatform();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
