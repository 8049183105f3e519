using System.Text;
using GitOpsTasks.Config;
using GitOpsTasks.Init.Layouts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Writing;

/// <summary>Writes <c>gitops.yaml</c>.</summary>
internal static class ConfigWriter
{
    /// <summary>The file.</summary>
    public static string Write(Proposal proposal)
    {
        var config = new YamlMap { { "apiVersion", GitOpsConfig.ApiVersion } };
        if (proposal.Branch != "main")
            config.Add("config", new YamlMap { { "branch", proposal.Branch } });
        config.Add("images", Images(proposal));
        config.Add("apps", Apps(proposal));
        var environments = new YamlList();
        for (var index = 0; index < proposal.Environments.Count; index++)
            environments.Add(Environment(proposal.Environments[index], index == 0 ? null : proposal.Environments[index - 1].Name));
        config.Add("environments", environments.Count == 0 ? null : environments);
        return $"# What is built, where it runs and how a version gets there: docs/configuration.md of GitOpsTasks lists all keys.\n{Encoding.UTF8.GetString(YamlWriter.WriteFile(config))}";
    }

    private static YamlMap? Images(Proposal proposal)
    {
        var images = new YamlMap();
        foreach (var app in proposal.Apps.Where(app => app.IsBuilt))
            images.Add(app.Name, Image(app));
        return images.Count == 0 ? null : images;
    }

    private static YamlMap Image(ProposedApp app)
    {
        var draft = app.Draft!.Image;
        var image = new YamlMap { { "repository", app.Repository! } };
        if (draft.Project is { } project)
        {
            image.Add("builder", "layers");
            image.Add("base", Optional.Text(draft.Base));
            image.Add("project", project.Value);
        }
        else
        {
            var context = draft.Context!.Value;
            image.Add("context", context.IsRoot ? "." : context.Value);
            image.Add("dockerfile", Optional.Text(draft.Dockerfile == context.Combine("Dockerfile") ? null : draft.Dockerfile.Value));
            image.Add("target", Optional.Text(draft.Target));
            image.Add("args", Optional.Texts(draft.Arguments));
        }

        image.Add("tags", new YamlList { "type=semver,pattern={{version}}", "type=sha" });
        return image;
    }

    private static YamlMap? Apps(Proposal proposal)
    {
        var apps = new YamlMap();
        foreach (var app in proposal.Apps)
            apps.Add(app.Name, new YamlMap { { "spec", Optional.Text(app.Spec) }, { "image", Optional.Text(app.IsBuilt ? app.Name : null) }, { "path", app.Path.Length == 0 ? "." : app.Path } });
        return apps.Count == 0 ? null : apps;
    }

    private static YamlMap Environment(PlacedEnvironment environment, string? before) => new()
    {
        { "name", environment.Name },
        { "path", Optional.Text(environment.Path is { Length: 0 } ? "." : environment.Path) },
        { "from", Optional.Text(before) },
        { "by", before is null ? "push" : "pull-request" },
    };
}
