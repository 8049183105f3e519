using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>How Flux looks for new versions of an image and writes them where changes are applied at once.</summary>
internal static class FluxImages
{
    private const string ApiVersion = "image.toolkit.fluxcd.io/v1";

    /// <summary>The objects, with their files; none where the spec says nothing of it.</summary>
    /// <param name="target">The application in an environment.</param>
    /// <param name="source">The name of what is pulled, and pushed to.</param>
    public static IEnumerable<AppObject> All(AgentTarget target, string source)
    {
        if (!target.IsAutomatic || target.Agent.Images is not { } images)
            yield break;
        yield return Object(target, "ImageRepository", new YamlMap
        {
            { "image", target.App.Spec.Image.Name },
            { "interval", target.Agent.Interval },
            { "secretRef", FluxObjects.Reference(images.Secret) },
        });
        yield return Object(target, "ImagePolicy", new YamlMap
        {
            { "imageRepositoryRef", FluxObjects.Reference(target.Name) },
            { "policy", new YamlMap { { "semver", new YamlMap { { "range", images.Range } } } } },
        });
        if (FluxSource.IsGit(target.Agent))
            yield return Object(target, "ImageUpdateAutomation", Automation(target, images, source));
    }

    private static AppObject Object(AgentTarget target, string kind, YamlMap spec) =>
        new($"{kind.ToLowerInvariant()}-{target.Environment}.yaml", FluxObjects.Object(target, ApiVersion, kind, target.Name, spec));

    private static YamlMap Automation(AgentTarget target, AgentImages images, string source) => new()
    {
        { "interval", target.Agent.Interval },
        { "sourceRef", new YamlMap { { "kind", "GitRepository" }, { "name", source } } },
        {
            "git", new YamlMap
            {
                { "checkout", new YamlMap { { "ref", new YamlMap { { "branch", target.Agent.Revision } } } } },
                { "commit", new YamlMap { { "author", new YamlMap { { "name", "flux" }, { "email", images.Email } } } } },
                { "push", new YamlMap { { "branch", images.Branch ?? target.Agent.Revision } } },
            }
        },
        { "update", new YamlMap { { "path", $"./{target.Path}" }, { "strategy", "Setters" } } },
    };
}
