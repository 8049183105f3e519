using GitOpsTasks.Contracts;

namespace GitOpsTasks.Merge;

/// <summary>One file to merge, or the driver to install.</summary>
public sealed record MergeRequest
{
    /// <summary>The versions to merge; null to install.</summary>
    public MergeFiles? Files { get; init; }

    /// <summary>How conflicts are written.</summary>
    public MergeMarkers Markers { get; init; } = MergeMarkers.Default;

    /// <summary>The higher of two versions wins.</summary>
    public bool Higher { get; init; }

    /// <summary>Installs for the user instead of the repository.</summary>
    public bool Global { get; init; }

    /// <summary>Installs nothing, only shows.</summary>
    public bool DryRun { get; init; }

    /// <summary>Reads and checks a request.</summary>
    /// <exception cref="TaskFailedException">Neither files nor <c>--install</c>, or both.</exception>
    public static MergeRequest From(InputValues values)
    {
        var request = new MergeRequest
        {
            Markers = new MergeMarkers(
                values.Get(MergeInputs.MarkerSize),
                Label(values.Get(MergeInputs.BaseLabel), "%S") ?? MergeMarkers.Default.Base,
                Label(values.Get(MergeInputs.OursLabel), "%X") ?? MergeMarkers.Default.Ours,
                Label(values.Get(MergeInputs.TheirsLabel), "%Y") ?? MergeMarkers.Default.Theirs),
            Higher = values.Get(MergeInputs.Higher),
            Global = values.Get(MergeInputs.Global),
            DryRun = values.Get(MergeInputs.DryRun),
        };
        if (values.Get(MergeInputs.Base) is { } @base && values.Get(MergeInputs.Ours) is { } ours && values.Get(MergeInputs.Theirs) is { } theirs)
            return request with { Files = new MergeFiles(@base, ours, theirs, values.Get(MergeInputs.Path) ?? ours) };
        return values.Get(MergeInputs.Install) && values.Get(MergeInputs.Base) is null
            ? request
            : throw TaskFailedException.Usage(
                UsageCodes.InputMissing,
                "A merge driver needs the files %O, %A, %B and the path %P.",
                "git passes them; run 'gitops merge-driver --install' once to tell it how.");
    }

    // A git older than 2.44 does not know these and passes them on as they are.
    private static string? Label(string? label, string placeholder) => label == placeholder ? null : label;
}
