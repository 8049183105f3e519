using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;

namespace GitOpsTasks.Bump;

/// <summary>A bump: which images become what, where.</summary>
public sealed record BumpRequest
{
    /// <summary>Files or folders to look in; everything where empty.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>What images are to become; at least one, or a setter.</summary>
    public required IReadOnlyList<ImageUpdate> Images { get; init; }

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

    /// <summary>A repository to change without a checkout; the files of the directory where null.</summary>
    public string? Repository { get; init; }

    /// <summary>The branch to read, and to push to where <see cref="PushBranch"/> is null.</summary>
    public string Branch { get; init; } = "main";

    /// <summary>Whether to commit and push.</summary>
    public bool Push { get; init; }

    /// <summary>Another branch to push to.</summary>
    public string? PushBranch { get; init; }

    /// <summary>The commit message with <c>{image}</c> and <c>{version}</c>; a default where null.</summary>
    public string? Message { get; init; }

    /// <summary>What the edit may do.</summary>
    public ImageEditRules EditRules =>
        ImageEditRules.Default with { SetsAppVersion = AppVersion, ReplacesEntries = KustomizeReplace, AddsEntries = AddEntry };

    /// <summary>Reads and checks a request.</summary>
    /// <exception cref="TaskFailedException">An input is missing, malformed, or contradicts another.</exception>
    public static BumpRequest From(InputValues values)
    {
        var request = new BumpRequest
        {
            Paths = values.Get(BumpInputs.Path),
            Images = [.. values.Get(BumpInputs.Image).Select(ImageUpdate.Parse)],
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
            Message = values.Get(BumpInputs.Message),
        };
        if (request.Images.Count == 0 && request.Setters.Count == 0)
            throw TaskFailedException.Usage(UsageCodes.InputMissing, "Neither --image nor --setter is given.", "Name an image and its tag, as in --image ghcr.io/acme/web:1.4.2.");
        if (request.Repository is null && (request.Push || request.PushBranch is not null))
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputsContradict, "--push needs --repository.", "Name the repository to push to, or commit the changed files yourself.");
        }

        return request.KustomizeReplace ? request : request with { Images = [.. request.Images.Select(image => image.ThatSetsSomething())] };
    }
}
