namespace GitOpsTasks.Benchmarks.Lint;

/// <summary>What Argo CD and Flux read, and the values of charts.</summary>
internal sealed partial class Application
{
    /// <summary>An Argo Application, a Flux Kustomization, a HelmRelease and values for it.</summary>
    public IEnumerable<(string Path, string Text)> Delivery()
    {
        yield return ($"argocd/{Name}.yaml", Start() + ArgoApplication());
        yield return ($"clusters/prod/{Name}.yaml", "---\n" + FluxKustomization() + (number == 0 ? FluxSources() : ""));
        yield return ($"releases/{Name}/release.yaml", Start() + HelmRelease());
        foreach (var environment in s_environments)
            yield return ($"releases/{Name}/values-{environment}.yaml", Values(environment));
    }

    private string ArgoApplication() =>
        $$"""
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: {{Name}}
          namespace: argocd
          finalizers:
            - resources-finalizer.argocd.argoproj.io
        spec:
          project: default
          source:
            repoURL: https://git.example.com/acme/config.git
            targetRevision: main
            path: {{Folder}}/overlays/staging
          destination:
            server: https://kubernetes.default.svc
            namespace: staging
          syncPolicy:
            automated: {prune: true, selfHeal: true}
            syncOptions:
            - ApplyOutOfSyncOnly=true

        """;

    private string FluxKustomization() =>
        $$"""
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: {{Name}}
          namespace: flux-system
        spec:
          interval: {{dice.Number(1, 60)}}m
          path: ./{{Folder}}/overlays/prod
          prune: true
          sourceRef:
            kind: GitRepository
            name: config
          timeout: 2m

        """;

    private static string FluxSources() =>
        """
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata:
          name: config
          namespace: flux-system
        spec:
          interval: 1m
          url: https://git.example.com/acme/config.git
          ref:
            branch: main
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: HelmRepository
        metadata:
          name: charts
          namespace: flux-system
        spec:
          interval: 10m
          url: https://charts.example.com

        """;

    private string HelmRelease() =>
        $$"""
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: {{Name}}-cache
          namespace: flux-system
        spec:
          interval: {{dice.Number(1, 60)}}m
          chart:
            spec:
              chart: redis
              version: ">={{dice.Version()}} <5.0.0"
              sourceRef:
                kind: HelmRepository
                name: charts
          install:
            remediation: {retries: {{dice.Number(1, 5)}}}
          values:
            replicaCount: {{dice.Number(1, 5)}}
            image:
              repository: {{dice.Image()}}
              tag: "{{dice.Version()}}"

        """;

    private string Values(string environment) =>
        $$"""
        # Default values for {{Name}} in {{environment}}.
        # This is a YAML-formatted file.

        replicaCount: {{dice.Number(1, 5)}}

        image:
          repository: {{Image}}
          # Overrides the image tag whose default is the chart appVersion.
          tag: "{{dice.Version()}}"

        podAnnotations: {}
        tolerations: []
        ingress:
          enabled: {{dice.Pick("true", "false", "false", "yes")}}
          hosts:
            - host: {{Name}}.{{environment}}.example.com
              paths: [{path: /, pathType: Prefix}]
        {{dice.Repeat(3, 30, i => $"\n# {dice.Sentence()}.\nsection{i}:\n  enabled: {dice.Pick("true", "false")}\n  name: {dice.Name()}{Trailing()}\n  limit: {dice.Number(1, 4000)}m{dice.Comment()}\n")}}
        """;
}
