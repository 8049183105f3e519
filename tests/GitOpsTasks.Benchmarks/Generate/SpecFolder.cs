using System.Globalization;

namespace GitOpsTasks.Benchmarks.Generate;

/// <summary>A folder of app specs, each with an env file and three environments, made from their numbers so that everybody measures the same bytes.</summary>
internal static class SpecFolder
{
    private static readonly string[] s_environments = ["dev", "staging", "prod"];

    /// <summary>Writes specs; the paths of them.</summary>
    public static IReadOnlyList<string> Write(string folder, int count)
    {
        Directory.CreateDirectory(Path.Combine(folder, "config"));
        return [.. Enumerable.Range(0, count).Select(number => Write(folder, string.Create(CultureInfo.InvariantCulture, $"app-{number:0000}"), number))];
    }

    /// <summary>Writes a kustomization over all overlays, which one run of kustomize builds.</summary>
    public static void WriteRoot(string folder, int count) => File.WriteAllLines(
        Path.Combine(folder, "kustomization.yaml"),
        [
            "apiVersion: kustomize.config.k8s.io/v1beta1",
            "kind: Kustomization",
            "resources:",
            .. Enumerable.Range(0, count).SelectMany(number => s_environments.Select(environment =>
                string.Create(CultureInfo.InvariantCulture, $"- apps/app-{number:0000}/overlays/{environment}"))),
        ]);

    private static string Write(string folder, string name, int number)
    {
        File.WriteAllText(
            Path.Combine(folder, "config", name + ".env"), $"DATABASE_HOST={name}-db\nDATABASE_NAME={name}\nCACHE=redis://cache:6379/{number % 16}\n");
        var path = $"config/{name}.yaml";
        File.WriteAllText(
            Path.Combine(folder, path),
            $$"""
            apiVersion: gitops-tasks/v1
            kind: App
            name: {{name}}
            image: ghcr.io/acme/{{name}}:1.{{number}}.0
            ports:
              - { name: http, port: 8080, service: 80 }
              - { name: metrics, port: 9090 }
            replicas: 1
            envFile: {{name}}.env
            env: { LOG_LEVEL: info }
            probes: { readiness: /ready, liveness: /live }
            ingress: { class: nginx }
            monitor: { interval: 30s }
            environments:
              dev:
                namespace: dev
                env: { LOG_LEVEL: debug }
                ingress: { host: {{name}}.dev.example.com }
              staging:
                namespace: staging
                ingress: { host: {{name}}.staging.example.com }
              prod:
                namespace: prod
                autoscaling: { min: 3, max: 12 }
                resources: { cpu: 500m, memory: 1Gi }
                disruptionBudget: {}
                ingress: { host: {{name}}.example.com }

            """);
        return path;
    }
}
