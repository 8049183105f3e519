using System.Text.RegularExpressions;
using System.Xml;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init.Sources;

/// <summary>
/// What a .NET project file says itself: nothing is evaluated but properties of the same file, so that no target or import
/// is run. Document types and external entities are refused.
/// </summary>
internal sealed partial class ProjectFile
{
    private readonly Dictionary<string, (string Value, int Line)> _properties = new(StringComparer.OrdinalIgnoreCase);

    private ProjectFile(string path) => Path = path;

    /// <summary>The path shown in diagnostics.</summary>
    public string Path { get; }

    /// <summary>The SDK, such as <c>Microsoft.NET.Sdk.Web</c>; empty where there is none.</summary>
    public string Sdk { get; private set; } = "";

    /// <summary>The line of the SDK.</summary>
    public int SdkLine { get; private set; } = 1;

    /// <summary>The packages it refers to.</summary>
    public List<string> Packages { get; } = [];

    /// <summary>The ports of its <c>ContainerPort</c> items, with their lines.</summary>
    public List<(string Port, int Line)> Ports { get; } = [];

    /// <summary>Reads one.</summary>
    /// <exception cref="TaskFailedException">It is not XML, with line and column.</exception>
    public static ProjectFile Read(ReadOnlyMemory<byte> content, string path)
    {
        var project = new ProjectFile(path);
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
            project.Read(xml);
            return project;
        }
        catch (XmlException e)
        {
            throw TaskFailedException.Usage(
                InitCodes.Unreadable, "The project is not XML that can be read.", "Mend the file, or name another with --from.", new SourcePlace(path, Math.Max(e.LineNumber, 1), Math.Max(e.LinePosition, 1)));
        }
    }

    /// <summary>The value of a property and where it is; null where it has none that is known.</summary>
    public (string Value, SourcePlace Place)? Find(string name) =>
        _properties.TryGetValue(name, out var found) && Expand(found.Value, 0) is { } value ? (value, PlaceOf(found.Line)) : null;

    /// <summary>The value of a property; empty where it has none that is known.</summary>
    public string Value(string name) => Find(name)?.Value ?? "";

    /// <summary>Whether a property says so.</summary>
    public bool Is(string name) => Value(name).Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A line of the file.</summary>
    public SourcePlace PlaceOf(int line) => new(Path, line, 1);

    private void Read(XmlReader xml)
    {
        var lines = (IXmlLineInfo)xml;
        var isConditional = new Stack<bool>();
        (string Name, int Line)? property = null;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && property is { } open)
                _properties[open.Name] = (xml.Value.Trim(), open.Line);
            if (xml.NodeType is XmlNodeType.EndElement)
                (_, property) = (isConditional.Pop(), null);
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            var isGuarded = (isConditional.TryPeek(out var outer) && outer) || xml.GetAttribute("Condition") is not null;
            property = ReadElement(xml, lines.LineNumber, isGuarded) && !xml.IsEmptyElement ? (xml.LocalName, lines.LineNumber) : null;
            if (!xml.IsEmptyElement)
                isConditional.Push(isGuarded);
        }
    }

    // What a condition guards may not hold, and is left to whoever knows. Tells whether the element is a property.
    private bool ReadElement(XmlReader xml, int line, bool isGuarded)
    {
        var (name, include) = (xml.LocalName, xml.GetAttribute("Include") ?? "");
        if (xml.Depth == 0 && xml.GetAttribute("Sdk") is { } sdk)
            (Sdk, SdkLine) = (sdk.Split('/')[0], line);
        else if (name == "Sdk" && Sdk.Length == 0)
            (Sdk, SdkLine) = (xml.GetAttribute("Name") ?? "", line);
        else if (name == "PackageReference")
            Packages.Add(include);
        else if (name == "ContainerPort" && !isGuarded)
            Ports.Add(($"{include}{(xml.GetAttribute("Type") is { Length: > 0 } type ? $"/{type}" : "")}", line));
        else
            return xml.Depth == 2 && include.Length == 0 && !isGuarded;
        return false;
    }

    private string? Expand(string text, int depth)
    {
        var isKnown = depth < 8;
        var expanded = Property().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            var value = name == "MSBuildProjectName" ? System.IO.Path.GetFileNameWithoutExtension(Path)
                : isKnown && _properties.TryGetValue(name, out var found) ? Expand(found.Value, depth + 1) : null;
            isKnown &= value is not null;
            return value ?? "";
        });
        return isKnown && !expanded.Contains("$(", StringComparison.Ordinal) && !expanded.Contains('<', StringComparison.Ordinal) ? expanded.Trim() : null;
    }

    [GeneratedRegex(@"\$\((?<name>[A-Za-z_][\w.-]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Property();
}
