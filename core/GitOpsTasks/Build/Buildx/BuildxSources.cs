using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Buildx;

/// <summary>What buildx reads, checked before it is started.</summary>
/// <param name="Context">Absolute path of the context, or its address.</param>
internal sealed record BuildxSources(string Context)
{
    /// <summary>The folder and Dockerfile; null where the context is an address.</summary>
    public BuildSources? Local { get; init; }

    /// <summary>The Dockerfile as buildx takes it: absolute, or below an address; null for the usual one.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>More contexts, folders absolute.</summary>
    public IReadOnlyDictionary<string, string> Contexts { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets as buildx takes them, files absolute.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Finds and checks them.</summary>
    /// <exception cref="TaskFailedException">Something is missing, outside of the repository, or not in its grammar.</exception>
    public static BuildxSources Find(ImageSpec spec, EngineContext context)
    {
        var local = BuildSources.IsRemote(spec.Context) ? null : BuildSources.Find(spec, context);
        if (local is null && spec.Context.Contains('@', StringComparison.Ordinal) && Uri.TryCreate(spec.Context, UriKind.Absolute, out var uri)
            && uri.UserInfo.Contains(':', StringComparison.Ordinal))
            throw Invalid(spec, "context", "has a password in it", "Give the token as a secret: 'id=GIT_AUTH_TOKEN,env=NAME'.");
        if (spec.Dockerfile.Ssh.Contains("default") && context.Environment["SSH_AUTH_SOCK"] is null)
            throw Invalid(spec, "ssh", "is 'default', and SSH_AUTH_SOCK is not set", "Start an SSH agent, or name a key: 'default=FILE'.");
        var checks = new Checks(spec, context);
        return new BuildxSources(local?.Folder ?? spec.Context)
        {
            Local = local,
            Dockerfile = local?.Dockerfile ?? (spec.Dockerfile.Path == "Dockerfile" ? null : spec.Dockerfile.Path),
            Contexts = spec.Dockerfile.Contexts.ToDictionary(pair => pair.Key, pair => checks.ContextOf(pair.Value)),
            Secrets = [.. spec.Dockerfile.Secrets.Select(checks.SecretOf)],
        };
    }

    private static TaskFailedException Invalid(ImageSpec spec, string key, string what, string advice) =>
        TaskFailedException.Usage(BuildCodes.SpecInvalid, $"'{key}' of the image '{spec.Name}' {what}.", advice);

    private sealed class Checks(ImageSpec spec, EngineContext context)
    {
        private readonly Confinement _confinement = new(spec, context);
        private readonly string _folder = context.Resolve(spec.Folder ?? "");

        public string ContextOf(string value)
        {
            if (BuildSources.IsRemote(value))
                return value;
            var path = _confinement.Check(Path.GetFullPath(value, _folder), "build-contexts");
            return Directory.Exists(path) ? path : throw Invalid(spec, "build-contexts", $"names '{path}', which is not a folder", "Correct the path.");
        }

        public string SecretOf(string text)
        {
            var fields = text.Split(',').Select(field => field.Split('=', 2)).Where(field => field.Length == 2)
                .ToDictionary(field => field[0].Trim().ToLowerInvariant(), field => field[1].Trim());
            if (!fields.TryGetValue("id", out var id) || id.Length == 0)
                throw Invalid(spec, "secrets", "has an entry without an id", "Write 'id=ID,env=NAME' or 'id=ID,src=FILE'.");
            if ((fields.GetValueOrDefault("src") ?? fields.GetValueOrDefault("source")) is { } file)
                return $"id={id},{BuildxArguments.CsvField($"src={FileOf(id, file)}")}";
            var name = fields.GetValueOrDefault("env") ?? id;
            return context.Environment.Variables.ContainsKey(name)
                ? $"id={id},env={name}"
                : throw Invalid(spec, "secrets", $"wants the variable '{name}' for the secret '{id}', and it is not set", "Set it in the environment of the job.");
        }

        private string FileOf(string id, string file)
        {
            var path = _confinement.Check(Path.GetFullPath(file, _folder), "secrets");
            return File.Exists(path) ? path : throw Invalid(spec, "secrets", $"names the file '{path}' for the secret '{id}', and it does not exist", "Correct the path.");
        }
    }
}
