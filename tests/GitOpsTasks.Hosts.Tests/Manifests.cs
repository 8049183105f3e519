namespace GitOpsTasks.Hosts.Tests;

/// <summary>Manifests to run tasks on.</summary>
internal static class Manifests
{
    /// <summary>A Deployment of an image, with a comment behind it.</summary>
    public static string Deployment(string image) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: {{image}} # kept

        """;

    /// <summary>A manifest whose key <c>name</c> is set twice, the second time in line 5, column 3.</summary>
    public const string DuplicateKey = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
          name: api

        """;
}
