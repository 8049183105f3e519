namespace GitOpsTasks.Bump;

/// <summary>Whether a commit is marked so that it starts no pipeline.</summary>
public enum SkipCi
{
    /// <summary>Where it goes to the branch this pipeline runs for: it would start itself again.</summary>
    Auto,

    /// <summary>Always.</summary>
    True,

    /// <summary>Never.</summary>
    False,
}
