namespace GitOpsTasks.Lint.Schema.Removals;

/// <summary>Versions of the APIs of Flux, Argo and cert-manager that are deprecated or gone, as their release notes tell.</summary>
internal static class OperatorEnds
{
    public static IReadOnlyList<ApiVersionEnd> All { get; } =
    [
        Flux("source.toolkit.fluxcd.io/v1beta1", "2.7", "source.toolkit.fluxcd.io/v1"),
        Flux("source.toolkit.fluxcd.io/v1beta2", "2.8", "source.toolkit.fluxcd.io/v1"),
        Flux("kustomize.toolkit.fluxcd.io/v1beta1", "2.7", "kustomize.toolkit.fluxcd.io/v1"),
        Flux("kustomize.toolkit.fluxcd.io/v1beta2", "2.8", "kustomize.toolkit.fluxcd.io/v1"),
        Flux("helm.toolkit.fluxcd.io/v2beta1", "2.7", "helm.toolkit.fluxcd.io/v2"),
        Flux("helm.toolkit.fluxcd.io/v2beta2", "2.8", "helm.toolkit.fluxcd.io/v2"),
        Flux("image.toolkit.fluxcd.io/v1beta1", "2.7", "image.toolkit.fluxcd.io/v1"),
        Flux("image.toolkit.fluxcd.io/v1beta2", "2.9", "image.toolkit.fluxcd.io/v1"),
        Flux("notification.toolkit.fluxcd.io/v1beta1", "2.7", "notification.toolkit.fluxcd.io/v1 or v1beta3"),
        Flux("notification.toolkit.fluxcd.io/v1beta2", "2.8", "notification.toolkit.fluxcd.io/v1 or v1beta3"),
        CertManager("certmanager.k8s.io/v1alpha1", "", "0.11", "cert-manager.io/v1"),
        CertManager("cert-manager.io/v1alpha2", "1.4", "1.6", "cert-manager.io/v1"),
        CertManager("cert-manager.io/v1alpha3", "1.4", "1.6", "cert-manager.io/v1"),
        CertManager("cert-manager.io/v1beta1", "1.4", "1.6", "cert-manager.io/v1"),
        CertManager("acme.cert-manager.io/v1alpha2", "1.4", "1.6", "acme.cert-manager.io/v1"),
        CertManager("acme.cert-manager.io/v1alpha3", "1.4", "1.6", "acme.cert-manager.io/v1"),
        CertManager("acme.cert-manager.io/v1beta1", "1.4", "1.6", "acme.cert-manager.io/v1"),
    ];

    private static ApiVersionEnd Flux(string apiVersion, string removed, string replacement) =>
        new("Flux", apiVersion, "", "", removed, replacement);

    private static ApiVersionEnd CertManager(string apiVersion, string deprecated, string removed, string replacement) =>
        new("cert-manager", apiVersion, "", deprecated, removed, replacement);
}
