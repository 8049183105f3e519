using GitOpsTasks.Config;
using GitOpsTasks.Generate.Env;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads what a spec says of environment variables.</summary>
internal static class EnvReader
{
    private static readonly ConfigValue<string> s_value = ConfigValues.Scalar.Then(KubernetesText.EnvValue);

    /// <summary>Reads keys over what is there already.</summary>
    public static AppSpec Read(MappingReader reader, AppSpec o)
    {
        var format = reader.Choice("envFormat", o.EnvRules.Format, ("literal", EnvFormat.Literal), ("dotenv", EnvFormat.Dotenv));
        var open = o.EnvRules.Public.Union(reader.List("envPublic", ConfigValues.Text.Then(KubernetesText.EnvName))).ToList();
        return o with { Env = [.. o.Env, new EnvLayer(Files(reader, format), Variables(reader, open))], EnvRules = new EnvRules(format, open) };
    }

    /// <summary>Reads the key <c>env</c>.</summary>
    /// <param name="reader">The mapping that has it.</param>
    /// <param name="open">Variables that may be seen, though they look like secrets.</param>
    public static IReadOnlyDictionary<string, string> Variables(MappingReader reader, IReadOnlyList<string> open)
    {
        var values = reader.Map("env", s_value, KubernetesText.EnvName);
        foreach (var (key, value) in values)
        {
            if (PlainSecret.IsOne(key, value, open) && reader.NodeOf("env")?[key] is { } node)
                reader.Report(GenerateCodes.PlainSecret, node, PlainSecret.Message(key), PlainSecret.Advice);
        }

        return values;
    }

    private static IReadOnlyList<EnvFileReference> Files(MappingReader reader, EnvFormat format)
    {
        var single = reader.Text("envFile");
        var several = reader.List("envFiles", ConfigValues.Text);
        if (reader.Has("envFile") && reader.Has("envFiles"))
            reader.Report(ConfigCodes.Contradiction, "envFile", "Both 'envFile' and 'envFiles' are given.", "Move the file into 'envFiles'.");
        if (single is not null)
            return [new EnvFileReference(single, format, reader.NodeOf("envFile")?.Place)];
        var places = reader.NodeOf("envFiles")?.Items.Select(item => item.Resolved.Place).ToList();
        return [.. several.Select((path, index) => new EnvFileReference(path, format, places![index]))];
    }
}
