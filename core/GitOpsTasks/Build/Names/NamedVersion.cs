namespace GitOpsTasks.Build.Names;

/// <summary>A version as it is spelled in a git tag, by one of the schemes there are.</summary>
/// <param name="Raw">As it is spelled.</param>
internal abstract record NamedVersion(string Raw) : IComparable<NamedVersion>
{
    /// <summary>In the scheme's own spelling, as far as a tag of an image can hold it.</summary>
    public abstract string Version { get; }

    /// <summary>The first number.</summary>
    public abstract string Major { get; }

    /// <summary>The second number.</summary>
    public abstract string Minor { get; }

    /// <summary>The third number.</summary>
    public abstract string Patch { get; }

    /// <summary>Whether it is a release, and neither comes before one nor mends one.</summary>
    public abstract bool IsFinal { get; }

    /// <summary>Above 0 where it is newer than another of its scheme; 0 where it cannot be compared.</summary>
    public abstract int CompareTo(NamedVersion? other);

    /// <summary>Fills in a pattern. What is not final is given whole: 2.0 is not to name 2.0.0-rc.1.</summary>
    public string Fill(NameTemplate pattern, TemplateScope scope) =>
        IsFinal || pattern.IsRaw ? pattern.Fill(scope with { Version = this }) : Version;
}
