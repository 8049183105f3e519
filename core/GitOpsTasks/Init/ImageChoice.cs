using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Init.Sources;
using GitOpsTasks.Init.Writing;

namespace GitOpsTasks.Init;

/// <summary>Decides what images are called, and which version new overlays begin with.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="checkout">Where the repository comes from.</param>
/// <param name="findings">What a person should know.</param>
internal sealed class ImageChoice(InitRequest request, GitCheckout checkout, Findings findings)
{
    private const string FirstVersion = "0.1.0";
    private readonly SortedSet<string> _guessedNames = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _guessedVersions = new(StringComparer.Ordinal);

    /// <summary>What stands for the owner where that is not known.</summary>
    public required string DefaultOwner { get; init; }

    /// <summary>Whether there are several applications, so that an image asked for has to name each.</summary>
    public bool Several { get; init; }

    /// <summary>An application with its image.</summary>
    /// <param name="app">The application; a repository that it has stays.</param>
    /// <param name="used">Images that its manifests name.</param>
    public ProposedApp Fill(ProposedApp app, IReadOnlyList<string> used)
    {
        var draft = app.Draft!.Image;
        var asked = Asked(app.Name);
        var name = asked?.Name ?? app.Repository ?? Used(app.Name, used) ?? (draft.IsBuilt && draft.Repository is { } own && !own.Contains('/') ? null : draft.Repository);
        if (name is null)
            name = Default(app.Name);
        var tag = asked?.Tag ?? draft.Tag;
        if (tag is null && app is { Spec: not null, HasSpec: false })
            _guessedVersions.Add(app.Name);
        return app with { Repository = name, Tag = tag ?? FirstVersion };
    }

    /// <summary>Tells what was guessed.</summary>
    public void TellGuesses()
    {
        if (_guessedNames.Count > 0)
            findings.Warn(InitCodes.Guessed, $"Where the images of {string.Join(", ", _guessedNames)} go is not known; a name is proposed that no registry has.", "Give it with --image, such as ghcr.io/acme/{app}, or change it in gitops.yaml and the specs.");
        if (_guessedVersions.Count > 0)
            findings.Tell(InitCodes.Guessed, $"Which version of {string.Join(", ", _guessedVersions)} comes first is not known; {FirstVersion} is proposed.", "Change 'image' in the spec before generating, or let the first bump set it.");
    }

    private ImageReference? Asked(string app)
    {
        if (request.Image is not { } text)
            return null;
        if (Several && !text.Contains(InitRequest.AppPlaceholder, StringComparison.Ordinal))
            throw TaskFailedException.Usage(InitCodes.InputUnusable, $"Several applications cannot share the image '{text}'.", $"Put {InitRequest.AppPlaceholder} into it, such as ghcr.io/acme/{InitRequest.AppPlaceholder}.");
        return ImageReference.TryParse(text.Replace(InitRequest.AppPlaceholder, app, StringComparison.Ordinal), out var reference) ? reference : null;
    }

    // The image of the manifests that is named as the application, or the only one.
    private static string? Used(string app, IReadOnlyList<string> used) =>
        used.FirstOrDefault(name => ImageReference.TryParse(name, out var reference) && AppName.Of(reference.ShortName) == app) ?? (used is [var only] ? only : null);

    private string Default(string app)
    {
        var owner = checkout.Path.Split('/')[0].ToLowerInvariant();
        if (checkout.IsGitHub && ImageReference.TryParse($"ghcr.io/{owner}/{app}", out var reference))
            return reference.Name;
        _guessedNames.Add(app);
        return $"registry.example.com/{DefaultOwner}/{app}";
    }
}
