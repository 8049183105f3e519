using System.Globalization;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Draws names and numbers such as configuration files hold; the same for the same seed.</summary>
internal sealed class Dice(int seed)
{
    private static readonly string[] s_nouns =
    [
        "web", "api", "cart", "billing", "search", "auth", "gateway", "worker", "redis", "postgres", "frontend", "catalog",
        "payments", "notifications", "ingest", "reports", "scheduler", "proxy", "metrics-server", "image-resizer",
    ];

    private static readonly string[] s_adjectives = ["internal", "public", "eu", "us-east", "blue", "green", "legacy", "v2", "canary", "shared"];

    private static readonly string[] s_sentences =
    [
        "The service that answers the shop's visitors", "Raised after the outage in March", "Keep in step with the chart",
        "Values here override those of the base", "Größe der Warteschlange", "How many requests may wait before new ones are refused",
        "Name of the secret that holds the credentials, it must be in the same namespace", "Seconds between two attempts",
    ];

    private readonly Random _random = new(seed);

    public int Number(int low, int high) => _random.Next(low, high + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    public string Noun() => Pick<string>(s_nouns);

    public string Name() => Chance(50) ? $"{Noun()}-{Pick<string>(s_adjectives)}" : Noun();

    public string Namespace() => Pick("default", "production", "staging", "team-a", "flux-system", "argocd", "monitoring");

    public string Image() => $"{Pick("ghcr.io/acme", "registry.example.com:5000/shop", "docker.io/library", "quay.io/acme")}/{Noun()}";

    public string Version() => $"{Number(0, 4)}.{Number(0, 30)}.{Number(0, 12)}";

    public string Sentence() => Pick<string>(s_sentences);

    public string Comment() => Chance(35) ? $"  # {Sentence()}" : "";

    public string Hash() => string.Concat(
        Enumerable.Range(0, 8).Select(_ => _random.Next().ToString("x8", CultureInfo.InvariantCulture)));

    /// <summary>Text many times over, each made anew.</summary>
    public string Repeat(int low, int high, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, Number(low, high)).Select(text));
}
