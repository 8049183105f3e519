namespace GitOpsTasks.Lint.Schema.Removals;

/// <summary>Versions of Kubernetes' own APIs that are deprecated or gone, as its deprecation guide and release notes tell.</summary>
internal static class KubernetesEnds
{
    private const string Rbac = "Role RoleBinding ClusterRole ClusterRoleBinding";
    private const string Webhooks = "MutatingWebhookConfiguration ValidatingWebhookConfiguration";
    private const string Flow = "FlowSchema PriorityLevelConfiguration";
    private const string Claims = "ResourceSlice ResourceClaim ResourceClaimTemplate DeviceClass";

    public static IReadOnlyList<ApiVersionEnd> All { get; } =
    [
        End("extensions/v1beta1", "Deployment DaemonSet", "1.9", "1.16", "apps/v1"),
        End("extensions/v1beta1", "ReplicaSet", "1.9", "1.16", "apps/v1"),
        End("extensions/v1beta1", "NetworkPolicy", "1.9", "1.16", "networking.k8s.io/v1"),
        End("extensions/v1beta1", "PodSecurityPolicy", "1.10", "1.16", null),
        End("extensions/v1beta1", "Ingress", "1.14", "1.22", "networking.k8s.io/v1"),
        End("apps/v1beta1", "", "1.9", "1.16", "apps/v1"),
        End("apps/v1beta2", "", "1.9", "1.16", "apps/v1"),
        End("scheduling.k8s.io/v1alpha1", "PriorityClass", "1.14", "1.17", "scheduling.k8s.io/v1"),
        End("scheduling.k8s.io/v1beta1", "PriorityClass", "1.14", "1.22", "scheduling.k8s.io/v1"),
        End("networking.k8s.io/v1beta1", "Ingress IngressClass", "1.19", "1.22", "networking.k8s.io/v1"),
        End("apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", "1.16", "1.22", "apiextensions.k8s.io/v1"),
        End("admissionregistration.k8s.io/v1beta1", Webhooks, "1.16", "1.22", "admissionregistration.k8s.io/v1"),
        End("rbac.authorization.k8s.io/v1alpha1", Rbac, "1.17", "1.22", "rbac.authorization.k8s.io/v1"),
        End("rbac.authorization.k8s.io/v1beta1", Rbac, "1.17", "1.22", "rbac.authorization.k8s.io/v1"),
        End("storage.k8s.io/v1beta1", "CSINode", "1.17", "1.22", "storage.k8s.io/v1"),
        End("storage.k8s.io/v1beta1", "CSIDriver", "1.19", "1.22", "storage.k8s.io/v1"),
        End("storage.k8s.io/v1beta1", "StorageClass", "1.6", "1.22", "storage.k8s.io/v1"),
        End("storage.k8s.io/v1beta1", "VolumeAttachment", "1.13", "1.22", "storage.k8s.io/v1"),
        End("apiregistration.k8s.io/v1beta1", "APIService", "1.10", "1.22", "apiregistration.k8s.io/v1"),
        End("authentication.k8s.io/v1beta1", "TokenReview", "1.6", "1.22", "authentication.k8s.io/v1"),
        End("authorization.k8s.io/v1beta1", "", "1.6", "1.22", "authorization.k8s.io/v1"),
        End("certificates.k8s.io/v1beta1", "CertificateSigningRequest", "1.19", "1.22", "certificates.k8s.io/v1"),
        End("coordination.k8s.io/v1beta1", "Lease", "1.14", "1.22", "coordination.k8s.io/v1"),
        End("audit.k8s.io/v1alpha1", "Policy Event", "1.21", "1.24", "audit.k8s.io/v1"),
        End("audit.k8s.io/v1beta1", "Policy Event", "1.21", "1.24", "audit.k8s.io/v1"),
        End("policy/v1beta1", "PodSecurityPolicy", "1.21", "1.25", null),
        End("policy/v1beta1", "PodDisruptionBudget", "1.21", "1.25", "policy/v1"),
        End("node.k8s.io/v1beta1", "RuntimeClass", "1.22", "1.25", "node.k8s.io/v1"),
        End("batch/v2alpha1", "CronJob", "1.8", "1.21", "batch/v1"),
        End("batch/v1beta1", "CronJob", "1.21", "1.25", "batch/v1"),
        End("events.k8s.io/v1beta1", "Event", "1.21", "1.25", "events.k8s.io/v1"),
        End("discovery.k8s.io/v1beta1", "EndpointSlice", "1.21", "1.25", "discovery.k8s.io/v1"),
        End("autoscaling/v2beta1", "HorizontalPodAutoscaler", "1.22", "1.25", "autoscaling/v2"),
        End("autoscaling/v2beta2", "HorizontalPodAutoscaler", "1.23", "1.26", "autoscaling/v2"),
        End("flowcontrol.apiserver.k8s.io/v1beta1", Flow, "1.23", "1.26", "flowcontrol.apiserver.k8s.io/v1"),
        End("flowcontrol.apiserver.k8s.io/v1beta2", Flow, "1.26", "1.29", "flowcontrol.apiserver.k8s.io/v1"),
        End("flowcontrol.apiserver.k8s.io/v1beta3", Flow, "1.29", "1.32", "flowcontrol.apiserver.k8s.io/v1"),
        End("storage.k8s.io/v1beta1", "CSIStorageCapacity", "1.24", "1.27", "storage.k8s.io/v1"),
        End("admissionregistration.k8s.io/v1alpha1", "ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding", "1.28", "1.33", "admissionregistration.k8s.io/v1"),
        End("resource.k8s.io/v1alpha3", Claims, "1.32", "1.34", "resource.k8s.io/v1"),
        End("resource.k8s.io/v1beta1", Claims, "1.33", "1.36", "resource.k8s.io/v1"),
        End("storage.k8s.io/v1alpha1", "VolumeAttributesClass", "1.31", "1.35", "storage.k8s.io/v1"),
        End("storage.k8s.io/v1beta1", "VolumeAttributesClass", "1.34", "", "storage.k8s.io/v1"),
        End("storagemigration.k8s.io/v1alpha1", "StorageVersionMigration", "1.35", "1.35", "storagemigration.k8s.io/v1beta1"),
        End("v1", "Endpoints", "1.33", "", "discovery.k8s.io/v1 EndpointSlice"),
        End("v1", "ComponentStatus", "1.19", "", null),
    ];

    private static ApiVersionEnd End(string apiVersion, string kinds, string deprecated, string removed, string? replacement) =>
        new("Kubernetes", apiVersion, kinds, deprecated, removed, replacement);
}
