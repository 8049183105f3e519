namespace GitOpsTasks.Config;

/// <summary>The keys of <c>gitops.yaml</c>, declared by being read.</summary>
internal static class GitOpsConfigReader
{
    private static readonly ConfigValue<string> s_name = ConfigValues.Text.Then(ConfigText.Name);
    private static readonly ConfigValue<string> s_path = ConfigValues.Text.Then(ConfigText.RelativePath);

    private static readonly string[] s_ofPullRequests = ["one-pull-request", "assignees", "labels", "milestone", "draft", "auto-merge"];
    private static readonly ConfigValue<PromotedPart> s_part = ConfigValues.Text.Then(PromotedPart.Parse);

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
            Status = reader.Mapping("status", section => new StatusConfig { Ignore = section.Texts("ignore") }) ?? new StatusConfig(),
        };
        ConfigNames.Check(reader);
        return config;
    }

    private static ConfigLocation ReadLocation(MappingReader reader) => new()
    {
        Repository = reader.Text("repository"),
        Branch = reader.Text("branch") ?? "main",
        Forge = reader.Choice(
            "forge", ForgeChoice.Auto, ("auto", ForgeChoice.Auto), ("github", ForgeChoice.GitHub), ("azure", ForgeChoice.Azure), ("local", ForgeChoice.Local)),
    };

    private static AppConfig ReadApp(MappingReader reader) => new()
    {
        Spec = reader.Text("spec"),
        Image = reader.Text("image"),
        Path = reader.Find("path", s_path),
        Promote = reader.Get("promote", ConfigValues.ListOf(s_part), PromotedPart.Default),
        Group = reader.Find("group", s_name),
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
            Wave = reader.Number("wave") ?? 0,
            OnePullRequest = reader.Flag("one-pull-request", otherwise: false),
            Reviewers = reader.Texts("reviewers"),
            Assignees = reader.Texts("assignees"),
            Labels = reader.Texts("labels"),
            Milestone = reader.Scalar("milestone"),
            Draft = reader.Flag("draft", otherwise: false),
            AutoMerge = reader.Choice<string?>("auto-merge", null, ("merge", "merge"), ("squash", "squash"), ("rebase", "rebase")),
            Gates = reader.Mapping("gates", GatesConfigReader.Read),
        };
        if (reader.Has("soak") && !reader.Has("from"))
            reader.Report(ConfigCodes.Contradiction, "soak", "Nothing can soak here: no environment comes before.", "Add 'from:', or remove 'soak'.");
        if (reader.Has("gates") && !reader.Has("from"))
            reader.Report(ConfigCodes.Contradiction, "gates", "Gates are of environments that versions are promoted to.", "Add 'from:', or remove 'gates'.");
        if (environment is { By: PromotionWay.Push, Gates.Approvals: > 0 })
            reader.Report(ConfigCodes.Contradiction, "gates", "A push is not approved by anybody.", "Write 'by: pull-request', or remove 'approvals'.");
        if (environment is { By: PromotionWay.Push, Reviewers.Count: > 0 })
            reader.Report(ConfigCodes.Contradiction, "reviewers", "A push is not reviewed.", "Write 'by: pull-request', or remove 'reviewers'.");
        if (environment.By == PromotionWay.Push && s_ofPullRequests.FirstOrDefault(reader.Has) is { } key)
            reader.Report(ConfigCodes.Contradiction, key, $"'{key}' is of pull requests, and this environment is pushed to.", $"Write 'by: pull-request', or remove '{key}'.");
        if (reader.Has("wave") && !reader.Has("from"))
            reader.Report(ConfigCodes.Contradiction, "wave", "Waves are of environments that versions are promoted to.", "Add 'from:', or remove 'wave'.");
        return environment;
    }
}
