using GitOpsTasks.Bump.Selection;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Images;

namespace GitOpsTasks.Bump;

/// <summary>A bump: which images become what, where.</summary>
public sealed record BumpRequest
{
    /// <summary>Files or folders to look in; everything where empty.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>What images are to become; at least one, or a setter.</summary>
    public required IReadOnlyList<ImageUpdate> Images { get; init; }

    /// <summary>How tags and digests are chosen and checked.</summary>
    public SelectionRules Selection { get; init; } = SelectionRules.None;

    /// <summary>Takes places back that have a newer version.</summary>
    public bool AllowDowngrade { get; init; }

    /// <summary>What image policies chose.</summary>
    public IReadOnlyList<SetterUpdate> Setters { get; init; } = [];

    /// <summary>Whether the <c>appVersion</c> of charts follows.</summary>
    public bool AppVersion { get; init; }

    /// <summary>Writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Adds a unified diff to the result.</summary>
    public bool Diff { get; init; }

    /// <summary>No match is no error.</summary>
    public bool AllowNoMatch { get; init; }

    /// <summary>Entries of the kustomization at each path are replaced, as <c>kustomize edit set image</c> does.</summary>
    public bool KustomizeReplace { get; init; }

    /// <summary>The kustomization at each path gets an entry also for an image that nothing is seen to use.</summary>
    public bool AddEntry { get; init; }

    /// <summary>A repository to change without a checkout; where null, the files here, or with <see cref="Push"/> their origin.</summary>
    public string? Repository { get; init; }

    /// <summary>
    /// The branch to read, and to push to where <see cref="PushBranch"/> is null; where null itself, main of a named
    /// repository and the branch checked out of a checkout.
    /// </summary>
    public string? Branch { get; init; }

    /// <summary>Whether to commit and push.</summary>
    public bool Push { get; init; }

    /// <summary>Another branch to push to.</summary>
    public string? PushBranch { get; init; }

    /// <summary>How the repository is read and written.</summary>
    public RepositoryVia Via { get; init; }

    /// <summary>How the commit looks and how long its push is tried.</summary>
    public CommitSettings Commit { get; init; } = CommitSettings.Default;

    /// <summary>What the edit may do.</summary>
    public ImageEditRules EditRules => new()
    {
        AllowDowngrade = AllowDowngrade,
        Order = Selection.Order,
        ReplacesEntries = KustomizeReplace,
        AddsEntries = AddEntry,
        SetsAppVersion = AppVersion,
    };

    /// <summary>Reads and checks a request.</summary>
    /// <exception cref="TaskFailedException">An input is missing, malformed, or contradicts another.</exception>
    public static BumpRequest From(InputValues values)
    {
        var selection = SelectionRules.From(values);
        var request = new BumpRequest
        {
            Paths = values.Get(BumpInputs.Path),
            Images = [.. values.Get(BumpInputs.Image).Select(argument => ImageArgument.Parse(argument, selection))],
            Selection = selection,
            AllowDowngrade = values.Get(BumpInputs.AllowDowngrade),
            Setters = [.. values.Get(BumpInputs.Setter).Select(SetterUpdate.Parse)],
            AppVersion = values.Get(BumpInputs.AppVersion),
            DryRun = values.Get(BumpInputs.DryRun),
            Diff = values.Get(BumpInputs.Diff),
            AllowNoMatch = values.Get(BumpInputs.AllowNoMatch),
            KustomizeReplace = values.Get(BumpInputs.KustomizeReplace),
            AddEntry = values.Get(BumpInputs.AddEntry),
            Repository = values.Get(BumpInputs.Repository),
            Branch = values.Get(BumpInputs.Branch),
            Push = values.Get(BumpInputs.Push),
            PushBranch = values.Get(BumpInputs.PushBranch),
            Via = values.Get(BumpInputs.Via),
            Commit = CommitSettings.From(values),
        };
        if (request.Images.Count == 0 && request.Setters.Count == 0)
            throw TaskFailedException.Usage(UsageCodes.InputMissing, "Neither --image nor --setter is given.", "Name an image and its tag, as in --image ghcr.io/acme/web:1.4.2.");
        if (request.Repository is null && !request.Push && request.PushBranch is not null)
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputsContradict,
                "--push-branch needs --push or --repository.",
                "Pass --push to push to the origin of the checkout, or leave the branch out to change the files here.");
        }

        if (request.Repository is null && request.Via == RepositoryVia.Api)
            throw TaskFailedException.Usage(UsageCodes.InputsContradict, "--via api needs --repository.", "Name the repository whose API is to be used.");
        return request.KustomizeReplace || selection.Policy is not null ? request : request with { Images = [.. request.Images.Select(image => image.ThatSetsSomething())] };
    }
}
