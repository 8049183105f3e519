namespace GitOpsTasks.Benchmarks.Lint;

/// <summary>What each environment has of its own.</summary>
internal sealed partial class Application
{
    /// <summary>The overlays.</summary>
    public IEnumerable<(string Path, string Text)> Overlays()
    {
        foreach (var environment in s_environments)
        {
            var isProduction = environment == "prod";
            yield return ($"{Folder}/overlays/{environment}/kustomization.yaml", Start() + Overlay(environment, isProduction));
            yield return ($"{Folder}/overlays/{environment}/deployment-patch.yaml", Start() + Patch(environment));
        }

        yield return ($"{Folder}/overlays/prod/autoscaler.yaml", Start() + Autoscaler());
        yield return ($"{Folder}/overlays/prod/budget.yaml", Start() +
            $"""
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata:
              name: {Name}
            spec:
              maxUnavailable: 1
              selector:
                matchLabels:
                  app.kubernetes.io/name: {Name}

            """);
    }

    // Without an indent as kustomize writes them, which yamllint's default preset has an error for, or with one.
    private string Overlay(string environment, bool isProduction)
    {
        var list = dice.Chance(20) ? "" : "  ";
        return $$"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: {{environment}}
            resources:
            {{list}}- ../../base
            {{(isProduction ? $"{list}- autoscaler.yaml\n{list}- budget.yaml\n" : "")}}patches:
            {{list}}- path: deployment-patch.yaml
            {{list}}  target: {kind: Deployment, name: {{Name}}}
            images:
            {{list}}- name: {{Image}}   # set by the pipeline
            {{list}}  newTag: {{dice.Pick(dice.Version(), $"\"{dice.Version()}\"", $"main-{dice.Hash()[..7]}-{dice.Number(100, 9999)}")}}
            labels:
            {{list}}- includeSelectors: false
            {{list}}  pairs: {environment: {{environment}}}

            """;
    }

    private string Patch(string environment) =>
        $$"""
        # {{dice.Sentence()}}.
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{Name}}
        spec:
          replicas: {{dice.Number(1, 20)}}
          template:
            spec:
              containers:
                - name: {{Name}}
                  env:
                    - name: ENVIRONMENT
                      value: {{environment}}
                    - {name: DEBUG, value: {{dice.Pick("'no'", "\"yes\"", "\"off\"")}}}
                  resources:
                    limits: {memory: {{dice.Number(1, 8)}}Gi}

        """;

    private string Autoscaler() =>
        $$"""
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: {{Name}}
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: {{Name}}
          minReplicas: {{dice.Number(2, 3)}}
          maxReplicas: {{dice.Number(4, 30)}}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: {{dice.Number(50, 90)}}

        """;
}
