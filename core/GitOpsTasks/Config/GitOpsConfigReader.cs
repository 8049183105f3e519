namespace GitOpsTasks.Config;

/// <summary>The keys of <c>gitops.yaml</c>, declared by being read.</summary>
internal static class GitOpsConfigReader
{
    private static readonly ConfigValue<string> s_name = ConfigValues.Text.Then(ConfigText.Name);
    private static readonly ConfigValue<string> s_path = ConfigValues.Text.Then(ConfigText.RelativePath);

    public static GitOpsConfig Read(MappingReader reader)
    {
        reader.Require("apiVersion", ConfigValues.Version(GitOpsConfig.ApiVersion), "");
        var config = new GitOpsConfig
        {
            Config = reader.Mapping("config", ReadLocation) ?? new ConfigLocation(),
            Images = reader.Map("images", ConfigValues.Mapping(ImageConfigReader.Read), ConfigText.Name),
            Apps = reader.Map("apps", ConfigValues.Mapping(ReadApp), ConfigText.Name),
            Environments = reader.List("environments", ConfigValues.Mapping(ReadEnvironment)),
            Lint = reader.Mapping("lint", LintConfigReader.Read) ?? new LintConfig(),
        };
        ConfigNames.Check(reader);
        return config;
    }

    private static ConfigLocation ReadLocation(MappingReader reader) => new()
    {
        Repository = reader.Text("repository"),
        Branch = reader.Text("branch") ?? "main",
        Forge = reader.Choice(
            "forge", ForgeChoice.Auto, ("auto", ForgeChoice.Auto), ("github", ForgeChoice.GitHub), ("local", ForgeChoice.Local)),
    };

    private static AppConfig ReadApp(MappingReader reader) => new()
    {
        Spec = reader.Text("spec"),
        Image = reader.Text("image"),
        Path = reader.Find("path", s_path),
    };

    private static EnvironmentConfig ReadEnvironment(MappingReader reader)
    {
        var from = reader.Find("from", s_name);
        var environment = new EnvironmentConfig
        {
            Name = reader.Require("name", s_name, ""),
            Path = reader.Find("path", s_path),
            From = from,
            By = reader.Choice(
                "by",
                reader.Has("from") ? PromotionWay.PullRequest : PromotionWay.Push,
                ("push", PromotionWay.Push),
                ("pull-request", PromotionWay.PullRequest)),
            Soak = reader.Get("soak", ConfigValues.Text.Then(DurationText.Parse), TimeSpan.Zero),
            Reviewers = reader.Texts("reviewers"),
        };
        if (reader.Has("soak") && !reader.Has("from"))
            reader.Report(ConfigCodes.Contradiction, "soak", "Nothing can soak here: no environment comes before.", "Add 'from:', or remove 'soak'.");
        if (environment is { By: PromotionWay.Push, Reviewers.Count: > 0 })
            reader.Report(ConfigCodes.Contradiction, "reviewers", "A push is not reviewed.", "Write 'by: pull-request', or remove 'reviewers'.");
        return environment;
    }
}
