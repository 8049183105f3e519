using System.Buffers;
using System.Text.RegularExpressions;
using GitOpsTasks.Images;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>What an entry of <c>images:</c> does to the images it meets when kustomize builds.</summary>
/// <param name="Name">The entry's name, which kustomize takes for a regular expression.</param>
/// <param name="NewName">The name an image gets; null keeps it.</param>
/// <param name="NewTag">The tag it gets; null keeps it, unless there is a digest.</param>
/// <param name="Digest">The digest it gets; null keeps it, unless there is a tag.</param>
internal sealed record ImageTransform(string Name, string? NewName, string? NewTag, string? Digest)
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("*+?()[]{}|^$\\");

    private Regex? _pattern;

    /// <summary>Whether the name is more than the name of one image.</summary>
    public bool IsPattern => IsPatternName(Name);

    private Regex Pattern => _pattern ??= Compile(Name);

    /// <summary>Whether a name has characters that mean something in a regular expression, other than the dots of any name.</summary>
    public static bool IsPatternName(string name) => name.AsSpan().ContainsAny(s_special);

    /// <summary>The transform of an entry.</summary>
    public static ImageTransform Of(KustomizationEntry entry) => new(entry.Name, entry["newName"], entry["newTag"], entry["digest"]);

    /// <summary>Whether an image reference is one the entry means.</summary>
    public bool Matches(string reference) => Pattern.IsMatch(reference);

    /// <summary>What becomes of an image reference.</summary>
    public string Apply(string reference)
    {
        if (!Matches(reference))
            return reference;
        var (_, name, tag, digest) = UpdateArgument.Split("=" + reference);
        if (NewTag is not null || Digest is not null)
            (tag, digest) = (NewTag, Digest);
        return (NewName ?? name) + (tag is null ? "" : ":" + tag) + (digest is null ? "" : "@" + digest);
    }

    // An expression that cannot be read matches nothing, as in kustomize.
    private static Regex Compile(string name)
    {
        try
        {
            return new Regex($@"^{name}(:[a-zA-Z0-9_.{{}}-]*)?(@[a-z0-9]+([.+_-][a-z0-9]+)*:[a-zA-Z0-9]+)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return new Regex(@"\A\z\A.", RegexOptions.CultureInvariant);
        }
    }
}
