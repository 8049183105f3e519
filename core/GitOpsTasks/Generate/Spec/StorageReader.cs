using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads what a spec says of files, secrets and volumes.</summary>
internal static class StorageReader
{
    public static AppFile File(MappingReader reader, bool isThere)
    {
        var content = reader.Find("content", ConfigValues.Scalar.Then(KubernetesText.EnvValue));
        var from = FileAt(reader, "from");
        if (isThere && content is null == from is null)
        {
            reader.Report(
                ConfigCodes.Contradiction, "content", "A file has either its text in 'content' or the file it is read from in 'from'.", "Write one of the two.");
        }

        return new AppFile(content, from);
    }

    public static AppSecret Secret(MappingReader reader, bool isThere)
    {
        var secret = new AppSecret
        {
            Env = reader.Map("env", ConfigValues.Text.Then(KubernetesText.EnvName), KubernetesText.EnvName),
            EnvFrom = reader.Flag("envFrom", otherwise: false),
            Mount = reader.Find("mount", SpecValues.ContainerPath),
            Optional = reader.Flag("optional", otherwise: false),
            External = reader.Mapping("external", External),
            Sealed = FileAt(reader, "sealed"),
        };
        if (isThere && secret is { Env.Count: 0, EnvFrom: false, Mount: null })
        {
            reader.Report(
                ConfigCodes.Contradiction, "env", "Nothing uses this secret.", "Name variables in 'env', or a folder in 'mount', or write 'envFrom: true'.");
        }

        if (secret is { External: not null, Sealed: not null })
            reader.Report(ConfigCodes.Contradiction, "sealed", "A secret is made from a store or from a sealed file, not from both.", "Remove 'external' or 'sealed'.");
        return secret;
    }

    public static AppVolume Volume(MappingReader reader, bool isThere)
    {
        var volume = new AppVolume
        {
            Mount = reader.Needed("mount", SpecValues.ContainerPath, isThere),
            Size = reader.Find("size", SpecValues.Storage),
            Class = reader.Find("class", SpecValues.Name),
            Access = reader.Choice(
                "access",
                "ReadWriteOnce",
                ("readWriteOnce", "ReadWriteOnce"),
                ("readOnlyMany", "ReadOnlyMany"),
                ("readWriteMany", "ReadWriteMany"),
                ("readWriteOncePod", "ReadWriteOncePod")),
            Claim = reader.Find("claim", SpecValues.Name),
            ConfigMap = reader.Find("configMap", SpecValues.Name),
            Secret = reader.Find("secret", SpecValues.Name),
            Memory = reader.Flag("memory", otherwise: false),
            Limit = reader.Find("limit", SpecValues.Storage),
            ReadOnly = reader.Flag("readOnly", otherwise: false),
            SubPath = reader.Text("subPath"),
        };
        string[] sources = [.. ((string[])["size", "claim", "configMap", "secret"]).Where(reader.Has)];
        if (sources.Length > 1)
            reader.Report(ConfigCodes.Contradiction, sources[1], $"A volume cannot have both '{sources[0]}' and '{sources[1]}'.", "Remove one of the two.");
        string[] temporary = [.. ((string[])["memory", "limit"]).Where(reader.Has)];
        if (sources.Length > 0 && temporary.Length > 0)
            reader.Report(ConfigCodes.Contradiction, temporary[0], $"'{temporary[0]}' is for temporary folders, and this volume has '{sources[0]}'.", "Remove one of the two.");
        return volume;
    }

    /// <summary>A file beside the spec.</summary>
    public static SpecFileReference? FileAt(MappingReader reader, string key) =>
        reader.Text(key) is { } path ? new SpecFileReference(path, reader.NodeOf(key)?.Place) : null;

    private static ExternalSecretSource External(MappingReader reader)
    {
        var source = new ExternalSecretSource
        {
            Store = reader.Require("store", SpecValues.Name, ""),
            StoreKind = reader.Choice(
                "storeKind", "ClusterSecretStore", ("clusterSecretStore", "ClusterSecretStore"), ("secretStore", "SecretStore")),
            Refresh = reader.Get("refresh", SpecValues.Duration, "1h"),
            Keys = reader.Map("keys", ConfigValues.Text, KubernetesText.EnvName),
            Extract = reader.Text("extract"),
        };
        if (source is { Keys.Count: 0, Extract: null })
            reader.Report(ConfigCodes.Contradiction, "keys", "Nothing is taken from the store.", "Name keys in 'keys', or an entry in 'extract'.");
        return source;
    }
}
