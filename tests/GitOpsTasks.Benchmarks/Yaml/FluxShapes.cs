namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>What Flux and kustomize read.</summary>
internal static class FluxShapes
{
    public static string HelmRelease(Dice dice) =>
        $$"""
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: {{dice.Name()}}
          namespace: flux-system
        spec:
          interval: {{dice.Number(1, 60)}}m
          chart:
            spec:
              chart: {{dice.Noun()}}
              version: ">={{dice.Version()}} <5.0.0"
              sourceRef:
                kind: HelmRepository
                name: {{dice.Noun()}}
          install:
            remediation: {retries: {{dice.Number(1, 5)}}}
          values:
        {{Values(dice, "    ")}}
        """ + "\n";

    public static string Kustomization(Dice dice) =>
        $$"""
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: {{dice.Namespace()}}
        resources:
        {{dice.Repeat(1, 6, _ => $"- ../../base/{dice.Noun()}.yaml\n")}}
        images:
        - name: {{dice.Image()}}
          newTag: {{dice.Pick(dice.Version(), $"\"{dice.Version()}\"", $"main-{dice.Hash()[..7]}-{dice.Number(100, 9999)}")}}
        patches:
        - target: {kind: Deployment, name: {{dice.Noun()}}}
          patch: |
            - op: replace
              path: /spec/replicas
              value: {{dice.Number(1, 9)}}
        """ + "\n";

    /// <summary>A chart's values.yaml with its commentary.</summary>
    public static string ValuesFile(Dice dice) =>
        $"# Default values for {dice.Noun()}.\n# This is a YAML-formatted file.\n\n{Values(dice, "")}\n";

    private static string Values(Dice dice, string indent) =>
        $$"""
        {{indent}}replicaCount: {{dice.Number(1, 5)}}
        {{indent}}image:
        {{indent}}  repository: {{dice.Image()}}
        {{indent}}  # Overrides the image tag whose default is the chart appVersion.
        {{indent}}  tag: "{{dice.Version()}}"
        {{indent}}podAnnotations: {}
        {{indent}}tolerations: []
        {{dice.Repeat(1, 5, i => Section(dice, indent, i))}}
        {{indent}}resources:
        {{indent}}  limits: {cpu: 1, memory: 1Gi}
        """;

    private static string Section(Dice dice, string indent, int i) =>
        $$"""
        {{indent}}## @param {{dice.Noun()}}{{i}}.enabled {{dice.Sentence()}}
        {{indent}}##
        {{indent}}{{dice.Noun()}}{{i}}:
        {{indent}}  enabled: {{dice.Pick("true", "false")}}
        {{indent}}  # -- {{dice.Sentence()}}
        {{indent}}  port: {{dice.Number(80, 9999)}}
        {{indent}}  existingSecret: {{dice.Pick("\"\"", "''", dice.Name())}}
        {{indent}}  extraArgs:
        {{indent}}    {{dice.Noun()}}: {{dice.Pick("true", "\"1\"", "null", "~", "1.5", "0x1F")}}

        """;
}
